import type { LanguageModel } from "../../engine/language-model";
import { hash32 } from "../../lab/random";
import { scoreProblem } from "../../lab/score-problem";
import type { Problem } from "../../lab/tasks/task";
import type { ProblemScore } from "../../metrics/problem-score";
import { sampleProblem } from "./sample-problem";

export interface Setting {
  temperature: number;
  topP: number;
  maxTokens: number;
}

export interface Work {
  problems: readonly Problem[];
  /** Samples of each problem under each setting. */
  n: number;
  settings: readonly Setting[];
}

export interface Scored {
  /** Of the problem, counted through the whole set. */
  index: number;
  /** One per setting. */
  scores: ProblemScore[];
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
  { problems, n, settings }: Work,
  { part, parts }: Part,
  onScored: (scored: Scored) => void,
): Promise<void> {
  for (const [index, problem] of problems.entries()) {
    if (index % parts !== part) continue;
    const scored: Scored = { index, scores: [], tokens: 0 };
    for (const setting of settings) {
      // A seed of its own for each problem: with one for all, chance would favour the same sample numbers throughout.
      const candidates = await sampleProblem(model, problem, n, { ...setting, seed: hash32(problem.id) });
      scored.scores.push(scoreProblem(candidates));
      scored.tokens += candidates.reduce((sum, { sample }) => sum + sample.tokens, 0);
    }
    onScored(scored);
  }
}
