import { westernDigits } from "./digits";
import { withoutEnd } from "./without-end";

const WRITTEN_PLAINLY: readonly [RegExp, string][] = [
  [/\\(?:text|textbf|mathrm|mathbf|operatorname)\s*\{([^{}]*)\}/g, "$1"],
  [/\\[dt]frac(?![a-z])/g, "\\frac"],
  [/\\(?:left|right|displaystyle)\b/g, ""],
  [/,\\!\s*/g, ","], // 1,\!000
  [/\\[,;:! ]|~/g, " "],
  [/\\?\^\s*(?:\\circ\b|\{\s*\\circ\s*\})/g, "°"],
  [/\{,\}/g, ","], // 1{,}000
  [/\\([$%€£#&])/g, "$1"],
  [/\\[()[\]]/g, ""], // \( … \) and \[ … \]
  [/[−–－]/g, "-"],
  [/％/g, "%"],
  [/，/g, ","],
  [/⁄/g, "/"],
  [/[\u00a0\u2009\u202f]/g, " "],
  [/[*_]{2,}/g, ""], // Markdown emphasis
];
const PUNCTUATION = /[\s.,;:!?。！？；：]/;
/** `$…$` and `$$…$$`, but not the dollar sign of a price. */
const FORMULA = /^\$\$?([^$]*)\$\$?$/;
/** What an exclamation mark makes a factorial of: a digit, a bracket or a letter that stands alone. */
const COUNTED = /(?:[\d)}]|(?<!\p{L})\p{L})$/u;
const VULGAR_FRACTION = /[¼-¾⅐-⅞]/g;

/** An answer without its typesetting: no math delimiters, LaTeX spaces or text boxes, one kind of minus, of space and of digit. */
export function plainText(text: string): string {
  // Unicode's own decomposition of "3½" is 31/2, and of "5²" is 52: only the fractions are taken apart, with a space.
  let plain = westernDigits(text).replace(
    VULGAR_FRACTION,
    (character) => ` ${character.normalize("NFKC").replace("⁄", "/")}`,
  );
  for (const [pattern, replacement] of WRITTEN_PLAINLY) plain = plain.replace(pattern, replacement);
  for (let before = ""; before !== plain;) {
    before = plain;
    plain = withoutPunctuation(plain).trim();
    plain = FORMULA.exec(plain)?.[1] ?? plain;
  }
  return plain.replace(/\s+/g, " ");
}

function withoutPunctuation(text: string): string {
  const bare = withoutEnd(text, (character) => PUNCTUATION.test(character));
  const factorial = COUNTED.test(bare.slice(-4)) ? /^!*/.exec(text.slice(bare.length))![0] : "";
  return bare + factorial;
}
