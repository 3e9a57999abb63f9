import type { Choice } from "../choice";

/** A model from a folder may think before it judges. */
const OF_A_FOLDER = 1024;

export function maxTokensOf({ source }: Choice): number {
  return source.kind === "card" ? source.card.recommended.maxTokens : OF_A_FOLDER;
}
