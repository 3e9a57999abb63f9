// A recorded set small enough for a link. Kept: answers, which of them are right, tokens, ends, scores, and logprobs to a
// hundredth of a nat. Dropped: the texts of the samples, where their steps end, and what the id of a generated problem says.
import type { FinishReason } from "../../../workers/protocol";
import { equivalent } from "../answers/equivalence";
import type { Candidate } from "../candidates";
import { hash32 } from "../random";
import { problemOfId } from "../tasks/problem-of-id";
import type { RecordedSet, RecordedSetProblem, RunOrigin } from "./recorded-set";

/** What is equal throughout stands together and so packs well: a list per column, null where a value was not recorded. */
export interface PackedProblem {
  id: string;
  /** Absent, with the next two, where the id says it. */
  question?: string;
  answer?: string;
  seed?: number;
  answers: (string | null)[];
  /** 1 for each that is right; absent where the answers say it. */
  correct?: string;
  tokens: (number | null)[];
  logprobs: (number | null)[];
  /** The first letter of each end; absent where all stopped by themselves. */
  ends?: string;
  scores?: number[];
  weights?: number[];
}

export interface PackedSet {
  name: string;
  origin: RunOrigin | null;
  problems: PackedProblem[];
}

const ENDS: readonly FinishReason[] = ["stop", "length", "cancelled"];

export function packSet({ name, origin, problems }: RecordedSet): PackedSet {
  return { name, origin, problems: problems.map(packProblem) };
}

function packProblem({ id, question, answer, seed, candidates }: RecordedSetProblem): PackedProblem {
  const answers = candidates.map((one) => one.answer?.text ?? null);
  const correct = candidates.map((one) => (one.correct ? "1" : "0")).join("");
  const ends = candidates.map(({ sample }) => sample.finish![0]!).join("");
  const scores = candidates.flatMap(({ score }) => score ?? []);
  const told = toldById(id);
  const isTold = told?.question === question && told.answer === answer && told.seed === seed;
  return {
    id,
    ...(!isTold && { question, answer, ...(seed !== undefined && { seed }) }),
    answers,
    ...(correct !== rightOf(answers, answer) && { correct }),
    tokens: candidates.map(({ sample }) => sample.tokens),
    logprobs: candidates.map(({ sample }) => Math.round(100 * sample.logprob) / 100),
    ...(/[^s]/.test(ends) && { ends }),
    ...(scores.length > 0 && { scores, weights: candidates.map(({ weight }) => weight!) }),
  };
}

/** The set again, without texts. Throws RangeError, in words, where the columns of a problem do not fit together. */
export function unpackSet({ name, origin, problems }: PackedSet): RecordedSet {
  const unpacked = problems.map(unpackProblem);
  const samples = Math.max(0, ...unpacked.map(({ candidates }) => candidates.length));
  return { name, origin, problems: unpacked, samples };
}

function unpackProblem(packed: PackedProblem): RecordedSetProblem {
  const { id, answers, correct, tokens, logprobs, ends, scores, weights } = packed;
  const columns = [answers, correct, tokens, logprobs, ends, scores, weights];
  if (columns.some((column) => column && column.length !== answers.length))
    throw new RangeError(`the columns of problem ${id} differ in length`);
  const told = packed.question === undefined ? toldById(id) : null;
  const question = packed.question ?? told?.question ?? "";
  const answer = packed.answer ?? told?.answer ?? "";
  const seed = packed.seed ?? told?.seed;
  const right = correct ?? rightOf(answers, answer);
  const candidates = answers.map((given, i): Candidate => {
    const [count, logprob] = [tokens[i] ?? NaN, logprobs[i] ?? NaN];
    const mean = logprob / count;
    return {
      sample: { sample: i, text: "", tokens: count, logprob, chunkEnds: [], finish: endOf(ends?.[i]) },
      answer: given === null ? null : { text: given, start: 0, end: 0, form: "recorded" },
      correct: right[i] === "1",
      meanLogprob: Number.isFinite(mean) ? mean : null,
      ...(scores && { score: scores[i], weight: weights?.[i] }),
    };
  });
  return { id, question, answer, ...(seed !== undefined && { seed }), candidates };
}

const endOf = (letter = "s") => ENDS.find((end) => end[0] === letter) ?? "stop";

const rightOf = (answers: readonly (string | null)[], expected: string) =>
  answers.map((one) => (one !== null && equivalent(one, expected) ? "1" : "0")).join("");

/** What a sweep makes of the id of a generated problem. */
function toldById(id: string) {
  const problem = problemOfId(id);
  return problem && { question: problem.question, answer: problem.answer, seed: hash32(id) };
}
