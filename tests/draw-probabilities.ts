import type { SamplingOptions } from "../workers/protocol";

/**
 * What a sampler's draws should follow, the textbook's way: penalise, ban, temper, sort, cut by rank, renormalise.
 * In doubles, and sharing no code with the samplers. // [vocab]
 */
export function drawProbabilities(
  logits: Float32Array,
  { temperature, topK, topP, minP, repetitionPenalty = 1, bannedTokens = [] }: SamplingOptions,
  seen: ReadonlySet<number> = new Set(),
): number[] {
  const tempered = Array.from(logits, (logit, token) => {
    const factor = logit > 0 ? 1 / repetitionPenalty : repetitionPenalty;
    return (seen.has(token) ? logit * factor : logit) / temperature;
  });
  const allowed = [...tempered.keys()].filter((token) => !bannedTokens.includes(token));
  const ranked = allowed.sort((a, b) => tempered[b]! - tempered[a]!);
  let kept = topK > 0 ? ranked.slice(0, topK) : ranked;
  const weight = (token: number) => Math.exp(tempered[token]!);
  const mass = kept.reduce((sum, token) => sum + weight(token), 0);
  let before = 0;
  kept = kept.filter((token) => {
    const keep = before < topP;
    before += weight(token) / mass;
    return keep;
  });
  kept = kept.filter((token) => weight(token) >= minP * weight(ranked[0]!));
  const left = kept.reduce((sum, token) => sum + weight(token), 0);
  return tempered.map((_, token) => (kept.includes(token) ? weight(token) / left : 0));
}
