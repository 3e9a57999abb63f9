import type { Candidate } from "../candidates";
import type { Method } from "../methods/method";
import { drawnPool } from "../methods/method";

/** What a method makes of one problem with so many samples to take. */
export interface Outcome {
  /** Expected over fair draws between tied answers; NaN where the method lacks what it needs. */
  accuracy: number;
  /** Generated tokens that it paid for. */
  tokens: number;
}

/** By method, in their order, and by number of samples. */
export type ProblemResult = readonly (readonly Outcome[])[];

/** 1, 2, 4 … and the most. */
export function sampleCounts(most: number): number[] {
  const counts = Array.from({ length: Math.floor(Math.log2(most)) + 1 }, (_, i) => 2 ** i);
  return counts.at(-1) === most ? counts : [...counts, most];
}

/** What each method makes of the first k candidates, for each k of `counts`. */
export async function resultOf(
  candidates: readonly Candidate[],
  methods: readonly Method[],
  counts: readonly number[],
): Promise<ProblemResult> {
  const pool = drawnPool(candidates);
  return Promise.all(
    methods.map((method) =>
      Promise.all(
        counts.map(async (count): Promise<Outcome> => {
          const selection = await method.run(pool, count);
          const share = selection?.expectedAccuracy;
          return { accuracy: share ? share.right / share.of : NaN, tokens: selection?.tokens ?? 0 };
        }),
      ),
    ),
  );
}
