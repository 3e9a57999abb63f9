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
  [/[−–]/g, "-"],
  [/⁄/g, "/"],
  [/[\u00a0\u2009\u202f]/g, " "],
  [/[*_]{2,}/g, ""], // Markdown emphasis
];
const PUNCTUATION = /[\s.,;:!?]/;
const VULGAR_FRACTION = /[¼-¾⅐-⅞]/g;

/** An answer without its typesetting: no math delimiters, LaTeX spaces or text boxes, one kind of minus and of space. */
export function plainText(text: string): string {
  // Unicode's own decomposition of "3½" is 31/2, and of "5²" is 52: only the fractions are taken apart, with a space.
  let plain = text.replace(
    VULGAR_FRACTION,
    (character) => ` ${character.normalize("NFKC").replace("⁄", "/")}`,
  );
  for (const [pattern, replacement] of WRITTEN_PLAINLY) plain = plain.replace(pattern, replacement);
  plain = plain.trim();
  while (/^\$[^$]*\$$/.test(plain)) plain = plain.slice(1, -1).trim(); // $…$, but not the $ of a price
  return withoutEnd(plain, (character) => PUNCTUATION.test(character)).replace(/\s+/g, " ");
}
