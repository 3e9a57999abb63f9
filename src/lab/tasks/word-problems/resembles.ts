import { NAMES } from "./phrases";
import { STORIES } from "./stories";

const words = (text: string) => text.toLowerCase().match(/[\p{L}]+/gu) ?? [];

const KNOWN = new Set(
  words(
    [
      NAMES.join(" "),
      JSON.stringify(STORIES),
      "half third quarter fifth sixth seventh eighth ninth twice times",
    ].join(" "),
  ),
);

/** True for a question with numbers in it that uses, but for a few, only words the stories use. */
export function resembles(question: string): boolean {
  const used = words(question);
  const known = used.filter((word) => KNOWN.has(word)).length;
  return used.length >= 5 && known / used.length >= 0.85 && /\d/.test(question);
}
