/** Words that change the number before them, so that they are no unit. */
const NOT_UNITS = new Set(
  (
    "dozen dozens half halves third thirds quarter quarters hundred hundreds thousand thousands million millions billion " +
    "billions trillion pi squared cubed root percent and or to of plus minus times less more by not"
  ).split(" "),
);
/** Attached to a number, or alone after it, fewer than two letters could be a variable: these are units all the same. */
const SHORT_UNITS = new Set(["m", "g", "s", "h", "l", "L", "°", "°C", "°F", "€", "£", "¥", "$", "¢"]);
const MEASURES = new Set(
  "mm cm dm km mg kg ml cl dl mL kL ms min hr hrs lb lbs oz ft in yd mi mph kph am pm USD EUR".split(" "),
);
const TRAILING = /^(.*[\d.})])(\s*)([\p{L}°€£¥$¢][\p{L}°€£¥$¢\s./-]*)(?:\^?[23²³]|\^\{[23]\})?$/u;
const CURRENCY = /^([+-]?)\s*(?:[$€£¥]|USD|EUR)\s*(?=[\d.+-])/;

/**
 * `66 apples` → `66`, `5 km/h` → `5`, `-$5` → `-5`, `12 cm²` → `12`. Which unit it was is not kept: the question fixes it.
 * What might be algebra (`2x`, `3pi`) or might change the number (`2 dozen`) stays as it is.
 */
export function withoutUnit(text: string): string {
  const bare = text.replace(CURRENCY, "$1");
  const match = TRAILING.exec(bare);
  if (!match) return bare;
  const [, number, space, unit] = match;
  const words = unit!.split(/[\s./-]+/).filter((word) => word !== "");
  return words.length > 0 && words.every((word) => isUnit(word, space !== "")) ? number!.trim() : bare;
}

function isUnit(word: string, spaced: boolean): boolean {
  if (NOT_UNITS.has(word.toLowerCase())) return false;
  return SHORT_UNITS.has(word) || MEASURES.has(word) || (spaced && word.length >= 2);
}
