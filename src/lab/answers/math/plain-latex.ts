import { westernNumerals } from "./numerals";

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ";
const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
const VULGAR_FRACTION = /[¼-¾⅐-⅞]/g;

/** An angle in degrees: the argument of a function has to be turned into radians, of an answer the sign is left out. */
const DEGREES = /(\d+(?:\.\d+)?)\s*(?:°|\^\s*(?:\\circ(?![a-z])|\{\s*\\circ\s*\}))/g;
const TRIGONOMETRIC = /(?:sin|cos|tan|cot|sec|csc)(?![a-z])/;

/** What people write with the characters of Unicode or with a command's other names, in the one form that is read. */
const ONE_FORM: readonly [RegExp, string][] = [
  [/\\(?:left|right|bigg?|Bigg?)(?![a-zA-Z])\.?/g, ""],
  [/(?<!\\)\\(?:displaystyle|textstyle|limits|,|;|:|!|>| )/g, " "],
  [/\\q?quad/g, " "],
  [/~|[\u00a0\u2000-\u200b\u202f\u3000]/g, " "],
  [/\\[dtc]frac(?![a-z])/g, "\\frac"],
  [/\\(?:lt|less)(?![a-zA-Z])/g, "<"],
  [/\\(?:gt)(?![a-zA-Z])/g, ">"],
  [/\\(?:leq|leqslant|leqq)(?![a-zA-Z])|≤|⩽|<=/g, "\\le "],
  [/\\(?:geq|geqslant|geqq)(?![a-zA-Z])|≥|⩾|>=/g, "\\ge "],
  [/\\neq?(?![a-zA-Z])|≠|!=|\\not\s*=/g, "\\ne "],
  [/\\(?:approx|simeq|sim)(?![a-zA-Z])|≈/g, "\\approx "],
  [/\\(?:land|wedge)(?![a-zA-Z])|\\text\s*\{\s*(?:and|or)\s*\}/g, " and "],
  [/\\(?:emptyset|varnothing)(?![a-zA-Z])|∅/g, "\\emptyset "],
  [/\\(?:lbrace)(?![a-zA-Z])/g, "\\{"],
  [/\\(?:rbrace)(?![a-zA-Z])/g, "\\}"],
  [/⟨|〈/g, "\\langle "],
  [/⟩|〉/g, "\\rangle "],
  [/\\(?:smallsetminus|backslash)(?![a-zA-Z])|∖/g, "\\setminus "],
  [/\\colon(?![a-zA-Z])/g, ":"],
  [/\\mid(?![a-zA-Z])/g, "\\mid "],
  [/∪/g, "\\cup "],
  [/∩/g, "\\cap "],
  [/∈/g, "\\in "],
  [/∞/g, "\\infty "],
  [/±/g, "\\pm "],
  [/∓/g, "\\mp "],
  [/π/g, "\\pi "],
  [/θ/g, "\\theta "],
  [/ℝ/g, "\\mathbb{R}"],
  [/ℤ/g, "\\mathbb{Z}"],
  [/ℚ/g, "\\mathbb{Q}"],
  [/ℕ/g, "\\mathbb{N}"],
  [/[×✕]/g, "\\times "],
  [/[·⋅∙]/g, "\\cdot "],
  [/÷/g, "\\div "],
  [/[−–—]/g, "-"],
  [/[⁄∕]/g, "/"],
  [/√\s*\(([^()]*)\)/g, "\\sqrt{$1}"],
  [/√\s*(\d+|[a-z])/g, "\\sqrt{$1}"],
  [/(?<![\\a-zA-Z])sqrt\s*\(([^()]*)\)/g, "\\sqrt{$1}"],
  [/(?<![\\a-zA-Z])sqrt\s*(\d+)/g, "\\sqrt{$1}"],
  [/(?<![\\a-zA-Z])(sin|cos|tan|cot|sec|csc|ln|log|pi|infty)(?![a-zA-Z])/g, "\\$1 "],
  [/\*\*(?=\s*[-\d({a-z])/g, "^"],
  [/\^\s*\((-?[\w/]+)\)/g, "^{$1}"],
  [/\^\s*(-?\d{2,})/g, "^{$1}"],
  [/\s*\{\s*,\s*\}\s*/g, ","],
  [/\^\s*(?:\\circ(?![a-z])|\{\s*\\circ\s*\})|°/g, ""],
  [/\\(?:degree|degrees)(?![a-z])/g, ""],
  [/\\([$€£#&])/g, "$1"],
  [/[％]/g, "\\%"],
  // `k\pi, k \in \mathbb{Z}`: the question says what k is.
  [/(?<=\S)(?:,\s*|\s+where\s+|\s*\()\s*[a-z]\s*\\in\s*\\mathbb\s*\{?\s*[ZNQ]\s*\}?\)?$/g, ""],
  // ]1, 2[ and its halves are (1, 2).
  [/\](\s*[^\s[\](),][^[\](),]*,\s*[^\s[\](),][^[\](),]*)\[/g, "($1)"],
  [/\](\s*[^\s[\](),][^[\](),]*,\s*[^\s[\](),][^[\](),]*)\]/g, "($1]"],
  [/\[(\s*[^\s[\](),][^[\](),]*,\s*[^\s[\](),][^[\](),]*)\[/g, "[$1)"],
];

/** An answer as plain LaTeX: one spelling of each sign, Western digits, no spacing, sizes or degree signs. */
export function plainLatex(text: string): string {
  let plain = text.normalize("NFC").replace(/[！-～]/g, (wide) => wide.normalize("NFKC"));
  plain = plain.replace(VULGAR_FRACTION, (one) => ` ${one.normalize("NFKC").replace("⁄", "/")}`);
  plain = plain.replace(/(?<!\\)\s*(-?\d+) (\d+)\/(\d+)(?!\w)/g, " $1\\frac{$2}{$3}");
  plain = scripts(scripts(plain, SUPERSCRIPTS, "0123456789+-n", "^"), SUBSCRIPTS, "0123456789", "_");
  plain = westernNumerals(plain).replace(/(\d)\s*,\s*\\!\s*(?=\d{3})/g, "$1");
  if (TRIGONOMETRIC.test(plain)) plain = plain.replace(DEGREES, "(\\frac{$1\\pi}{180})");
  if (!plain.includes("\\begin")) plain = plain.replace(/\\\\(?=[a-zA-Z{}%])/g, "\\");
  for (const [pattern, replacement] of ONE_FORM) plain = plain.replace(pattern, replacement);
  return plain.replace(/\s+/g, " ").trim();
}

/** `x²³` → `x^{23}`. */
function scripts(text: string, from: string, to: string, mark: string): string {
  return text.replace(
    new RegExp(`[${from}]+`, "g"),
    (run) => `${mark}{${[...run].map((character) => to[from.indexOf(character)]).join("")}}`,
  );
}
