import type { SamplingOptions } from "../../../workers/protocol";

let scratch = new Float32Array(0);

/**
 * What is drawn from: the penalty on tokens that were there before, and −∞ for banned ones. The model's own logits where
 * neither is asked for; else a copy that holds until the next call. // [vocab]
 */
export function adjust(
  logits: Float32Array,
  { repetitionPenalty = 1, bannedTokens = [] }: SamplingOptions,
  seen: Iterable<number>,
): Float32Array {
  if (repetitionPenalty === 1 && bannedTokens.length === 0) return logits;
  if (scratch.length !== logits.length) scratch = new Float32Array(logits.length);
  scratch.set(logits);
  if (repetitionPenalty !== 1) {
    const { above, below } = penaltyFactors(repetitionPenalty);
    for (const token of seen) scratch[token]! *= scratch[token]! < 0 ? below : above;
  }
  for (const token of bannedTokens) scratch[token] = -Infinity;
  return scratch;
}

/** What logits above and below 0 are multiplied by. A shader's products round as these do; its quotients need not. */
export function penaltyFactors(penalty: number): { above: number; below: number } {
  return { above: Math.fround(1 / penalty), below: Math.fround(penalty) };
}
