import type { LanguageModel } from "../../src/engine/language-model";
import { gumbel } from "../../src/engine/sampling/gumbel-max";
import { randomBits, streamKey } from "../../src/engine/sampling/random-bits";

/**
 * By how much the winner of a draw at temperature 1 was ahead of the second: at a draw that narrow, the last bits of
 * two ways to compute the same logits may decide.
 */
export async function drawMargin(
  model: LanguageModel,
  before: readonly number[],
  { seed, sample, step }: { seed: number; sample: number; step: number },
): Promise<number> {
  const sequence = await model.prefill(before);
  const key = streamKey(seed, sample, step);
  const scores = sequence.logits!.map((logit, token) => logit + gumbel(randomBits(key, token)));
  sequence.release();
  const [first, second] = scores.sort().slice(-2).reverse();
  return first! - second!;
}
