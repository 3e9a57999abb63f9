const LONGEST = 60;
const READABLE: readonly [RegExp, string][] = [
  [/\\pi(?![a-z])\s*/g, "π"],
  [/\\sqrt\s*(?:\{(\w+)\}|(\d))/g, "√$1$2"],
  [/\\sqrt\s*\{([^{}]+)\}/g, "√($1)"],
  [/(?<=\d\s*)\\([dt]?frac)/g, " \\$1"], // A mixed number keeps its parts apart.
  [/\\[dt]?frac\s*(?:\{([^{}]+)\}|(\d))\s*(?:\{([^{}]+)\}|(\d))/g, "($1$2)/($3$4)"],
  [/\((-?[\w.√π]+)\)\/\(([\w.√π!]+)\)(?!\w)/g, "$1/$2"],
  [/\\(?:text[a-z]*|mbox|mathrm|operatorname)\s*\{([^{}]*)\}/g, "$1"],
  [/\\cdot(?![a-z])\s*/g, "·"],
  [/\\times(?![a-z])\s*/g, "×"],
  [/\\infty(?![a-z])\s*/g, "∞"],
  [/\\le(?![a-z])/g, "≤"],
  [/\\ge(?![a-z])/g, "≥"],
  [/\\ne(?![a-z])/g, "≠"],
  [/\\pm(?![a-z])/g, "±"],
  [/\\cup(?![a-z])/g, "∪"],
  [/\\cap(?![a-z])/g, "∩"],
  [/\\in(?![a-z])/g, "∈"],
  [/\\emptyset/g, "∅"],
  [/\\([{}%])/g, "$1"],
];

/** LaTeX as a person would type it, where that is short; cut where it is long. */
export function shown(text: string): string {
  let readable = text.slice(0, 4 * LONGEST).replace(/^\$+|\$+$/g, "");
  for (const [pattern, replacement] of READABLE) readable = readable.replace(pattern, replacement);
  readable = readable.replace(/\s+/g, " ").trim();
  const cut = readable.length > LONGEST || text.length > 4 * LONGEST;
  return cut ? `${readable.slice(0, LONGEST - 1)}…` : readable;
}

/** A number as a person reads it: at most six digits that count. */
export function shownNumber(value: number): string {
  return String(Number(value.toPrecision(6)));
}
