import { hash32 } from "../random";

/** Of a hundred concepts, how many are never trained; and of the others, how many not in a given language. */
const UNSEEN_CONCEPTS = 12;
const UNSEEN_NAMES = 10;

/** What a name or picture of a concept may be used for. */
export type ConceptSplit = "train" | "unseen-concept" | "unseen-language";

/** An emoji's code points in hexadecimal, without the selectors that only choose its colours: "1f469-200d-1f680". */
export function conceptOf(emoji: string): string {
  return [...emoji]
    .map((character) => character.codePointAt(0)!.toString(16))
    .filter((point) => point !== "fe0f")
    .join("-");
}

/** Emoji of Unicode's list without those that differ from another only by the tone of a skin. */
export function isConcept(text: string): boolean {
  const emoji = new RegExp("^\\p{RGI_Emoji}$", "v"); // In a string: the compiler's target is older than the flag.
  return (emoji.test(text) || emoji.test(`${text}\ufe0f`)) && !/[\u{1f3fb}-\u{1f3ff}]/u.test(text);
}

/**
 * Whether a concept's names in a language are for training. A concept that is never trained is so in every language
 * and design; English names are never kept back, so that every trained concept has a name.
 */
export function splitOf(concept: string, language: string): ConceptSplit {
  if (hash32(`concept ${concept}`) % 100 < UNSEEN_CONCEPTS) return "unseen-concept";
  if (language !== "en" && hash32(`name ${concept} ${language}`) % 100 < UNSEEN_NAMES) {
    return "unseen-language";
  }
  return "train";
}
