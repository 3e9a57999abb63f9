import type { PromptSamples } from "../../../workers/protocol/prompts";
import type { Pools } from "./pools";
import type { SweepProblem } from "./sweep-problem";

/** What is left to write, problem after problem: `of[i]` is the number of the problem that `prompts[i]` asks. */
export function missingSamples(
  problems: readonly SweepProblem[],
  pools: Pools,
): { prompts: PromptSamples[]; of: number[] } {
  const of = [...problems.keys()].filter((problem) => pools.missing(problem).length > 0);
  const prompts = of.map((problem): PromptSamples => {
    const { question, seed } = problems[problem]!;
    return { messages: [{ role: "user", content: question }], seed, samples: pools.missing(problem) };
  });
  return { prompts, of };
}
