import type { LanguageModel } from "../../engine/language-model";
import { hash32 } from "../../lab/random";
import { scoreProblem } from "../../lab/score-problem";
import type { Candidate } from "../../lab/candidates";
import type { Lab } from "../../lab/lab";
import type { Method } from "../../lab/methods";
import { drawnPool } from "../../lab/methods/method";
import { roleLab, type RoleWriter } from "../../lab/role-lab";
import type { Problem } from "../../lab/tasks/task";
import type { ProblemScore } from "../../metrics/problem-score";
import { tokensRead } from "../../lab/methods/with-readings";
import { sampleProblem } from "./sample-problem";

export interface Setting {
  temperature: number;
  topP: number;
  maxTokens: number;
}

/** What a method made of one problem. */
export interface Outcome {
  /** Expected over fair draws between tied answers. */
  accuracy: number;
  /** Generated: those of the samples that it took, and of all that it had written about them. */
  tokens: number;
  /** The latter alone. */
  roleTokens: number;
}

export interface Work {
  problems: readonly Problem[];
  /** Samples of each problem under each setting. */
  n: number;
  settings: readonly Setting[];
  /** Compared under the first setting. */
  methods: readonly Method[];
}

export interface Scored {
  /** Of the problem, counted through the whole set. */
  index: number;
  /** One per setting. */
  scores: ProblemScore[];
  /** One per method. */
  outcomes: Outcome[];
  tokens: number;
}

/** Which share of the problems: those whose number leaves the remainder `part` when divided by `parts`. */
export interface Part {
  part: number;
  parts: number;
}

/** Answers every `parts`-th problem, starting with number `part`, under each setting. */
export async function scorePart(
  model: LanguageModel,
  { problems, n, settings, methods }: Work,
  { part, parts }: Part,
  onScored: (scored: Scored) => void,
  roles?: RoleWriter,
): Promise<void> {
  for (const [index, problem] of problems.entries()) {
    if (index % parts !== part) continue;
    const scored: Scored = { index, scores: [], outcomes: [], tokens: 0 };
    for (const [at, setting] of settings.entries()) {
      // A seed of its own for each problem: with one for all, chance would favour the same sample numbers throughout.
      const candidates = await sampleProblem(model, problem, n, { ...setting, seed: hash32(problem.id) });
      scored.scores.push(scoreProblem(candidates));
      if (at === 0) scored.outcomes = await outcomesOf(problem, methods, candidates, roles);
      scored.tokens += candidates.reduce((sum, { sample }) => sum + sample.tokens, 0);
    }
    onScored(scored);
  }
}

/** One method after another: what two of them have written is written once, and counts for both. */
async function outcomesOf(
  { id, question, answer }: Problem,
  methods: readonly Method[],
  candidates: readonly Candidate[],
  roles?: RoleWriter,
): Promise<Outcome[]> {
  const lab = roles && roleLab({ question, expected: answer, seed: hash32(id) }, roles);
  const outcomes: Outcome[] = [];
  for (const method of methods) outcomes.push(await outcomeOf(method, candidates, lab));
  return outcomes;
}

async function outcomeOf(method: Method, candidates: readonly Candidate[], lab?: Lab): Promise<Outcome> {
  const selection = await method.run(drawnPool(candidates), candidates.length, lab);
  const { right, of } = selection?.expectedAccuracy ?? { right: 0, of: 1 };
  const { tokens, readings } = selection ?? { tokens: 0 };
  return { accuracy: right / of, tokens, roleTokens: tokensRead(readings) };
}
