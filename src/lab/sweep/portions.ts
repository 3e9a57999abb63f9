import type { PromptSamples } from "../../../workers/protocol/prompts";
import type { SweepProblem } from "./sweep-problem";

/**
 * So many samples are written together: with more at once a step of several prompts costs more than it saves, with fewer
 * the step is not full (docs/log.md).
 */
const SAMPLES_TOGETHER = 16;

/** Problems whose samples are all written together, and by the same worker. */
export interface Portion {
  /** Their numbers; `prompts[i]` asks `problems[i]`. */
  problems: number[];
  prompts: PromptSamples[];
}

/** How many problems with so many samples each make a portion. */
export const portionSize = (samples: number) => Math.ceil(SAMPLES_TOGETHER / samples);

/**
 * The work of a sweep that is not done: each portion whole, also where some of its samples are there already. What is
 * computed together is the same each time, so that a sweep ends with the same bits however often it was interrupted.
 */
export function portionsLeft(
  problems: readonly SweepProblem[],
  samples: number,
  isWhole: (problem: number) => boolean,
): Portion[] {
  const size = portionSize(samples);
  const all = [...Array(samples).keys()];
  const portions = Array.from({ length: Math.ceil(problems.length / size) }, (_, i) =>
    [...problems.keys()].slice(i * size, (i + 1) * size),
  );
  return portions
    .filter((numbers) => !numbers.every(isWhole))
    .map((numbers) => ({
      problems: numbers,
      prompts: numbers.map((number) => promptOf(problems[number]!, all)),
    }));
}

export function promptOf({ question, seed }: SweepProblem, samples: readonly number[]): PromptSamples {
  return { messages: [{ role: "user", content: question }], seed, samples };
}
