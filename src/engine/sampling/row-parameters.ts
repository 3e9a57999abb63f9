import { penaltyFactors } from "./adjust";
import { minPReach } from "./min-p";
import { streamKey } from "./random-bits";
import type { Draw } from "./sample-token";
import { NONE, ROW_FIELDS } from "./sampler-shader";

type Field = (typeof ROW_FIELDS)[number];
const FLOATS: readonly Field[] = ["rate", "topP", "minPReach", "penaltyAbove", "penaltyBelow"];

/** A row's parameters as the sampler's shader reads them. */
export function packRow(
  { options, sample, step }: Draw,
  where: { vocabulary: number; firstLogit: number; words: number },
): Uint32Array<ArrayBuffer> {
  const { temperature, topK, topP, minP, repetitionPenalty = 1, bannedTokens = [] } = options;
  const [key0, key1] = streamKey(options.seed, sample, step);
  const { above, below } = penaltyFactors(repetitionPenalty);
  const rate = temperature > 0 ? 1 / temperature : 0;
  const values: Record<Field, number> = {
    ...where,
    forced: options.forcedTokens?.[step] ?? NONE,
    key0,
    key1,
    rate,
    topK,
    topP,
    minPReach: rate > 0 ? Math.min(minPReach(minP, rate), 1e30) : 0, // A shader need not know infinity.
    penaltyAbove: above,
    penaltyBelow: below,
    hasBans: +(bannedTokens.length > 0),
  };
  const words = new Uint32Array(ROW_FIELDS.length);
  const floats = new Float32Array(words.buffer);
  ROW_FIELDS.forEach((field, at) => ((FLOATS.includes(field) ? floats : words)[at] = values[field]));
  return words;
}
