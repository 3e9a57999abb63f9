import type { Candidate } from "../candidates";
import { clusterCandidates } from "../clusters";
import { attemptText } from "../methods/aggregation/attempt-text";
import { shuffled } from "../methods/aggregation/attempts";
import { trainedPrompt } from "../methods/aggregation/trained-prompt";
import { trainedPairPrompt } from "../methods/judging/trained-prompts";
import { verdictOf } from "../methods/judging/verdict";
import { wordProblems } from "../tasks/word-problems";

/** What the lesson asks: held-out problems of the default level, at the policy's recommended settings. */
export const CROWD_WRONG = {
  level: wordProblems.defaultLevel,
  samples: 16,
  /** Of a problem's samples, so that a class sees what its teacher saw. */
  seed: 1,
  /** Attempts that the aggregator is shown. */
  shown: [0, 2, 4, 8, 16],
  /** Problems are looked for in their order, through so many. */
  searched: 600,
  /** Behind the recorded numbers. */
  manyProblems: 200,
  /** Samples drawn of each of them: more than a reading of 16 costs. */
  drawn: 20,
} as const;

/** A vote that is right though many differ, and one that is wrong though some are right. */
export const STUDIES = ["kept", "outvoted"] as const;
export type StudyId = (typeof STUDIES)[number];

/** The judge before and after training. */
export const JUDGES = ["before", "after"] as const;
export type JudgeId = (typeof JUDGES)[number];

/** Which of two attempts stands first. */
export const PAIR_ORDERS = ["rightFirst", "wrongFirst"] as const;
export type PairOrder = (typeof PAIR_ORDERS)[number];

export function crowdProblem(index: number) {
  return wordProblems.problem(CROWD_WRONG.level, index, "test");
}

/** What the aggregator is asked of the first `count` attempts; of none it has the question alone. */
export function aggregatorPrompt(question: string, candidates: readonly Candidate[], count: number): string {
  const attempts = shuffled(candidates.slice(0, count), CROWD_WRONG, 0);
  return trainedPrompt(question, attempts.map(textOf));
}

export interface AttemptPair {
  right: Candidate;
  /** Of the wrong answer that most attempts give. */
  wrong: Candidate;
}

/** Two attempts of which one is right; null where all are right, or none is. */
export function pairOf(candidates: readonly Candidate[]): AttemptPair | null {
  const answers = clusterCandidates(candidates).filter(({ answer }) => answer !== null);
  const first = (correct: boolean) => answers.find((one) => one.correct === correct)?.candidates[0];
  const [right, wrong] = [first(true), first(false)];
  return right && wrong ? { right, wrong } : null;
}

export function judgePrompt(question: string, { right, wrong }: AttemptPair, order: PairOrder): string {
  const [a, b] = order === "rightFirst" ? [right, wrong] : [wrong, right];
  return trainedPairPrompt(question, textOf(a), textOf(b));
}

/** Which attempt a judgement prefers; null where it gives no verdict. */
export function preferredIn(text: string, order: PairOrder): keyof AttemptPair | null {
  const verdict = verdictOf(text);
  return verdict && ((verdict === "A") === (order === "rightFirst") ? "right" : "wrong");
}

const textOf = ({ sample }: Candidate) => attemptText(sample.text);
