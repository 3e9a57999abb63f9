/** A formula found in a text: where it ends, its TeX, and whether it stands on a line of its own. */
export interface MathSpan {
  end: number;
  tex: string;
  display: boolean;
}

const BOX = /\\f?boxed\s*\{/y;
const ENVIRONMENT =
  /\\begin\{((?:align|aligned|alignat|equation|gather|gathered|split|cases|array|[pbvBV]?matrix)\*?)\}/y;
const DOLLARS = /\$((?:\\.|[^$\\\n])+)\$(?![\d$])/y;
const TEX = /[\\^_{]/;
/** `5 each, so 40`: a price and words, not `5x + 40`. */
const AMOUNT_IN_PROSE = /^\s*[\d.,]+.*[\s(][a-z]{2}/i;

/** The formula that begins at `at` in one of the notations that models write, or null. */
export function mathAt(text: string, at: number): MathSpan | null {
  if (text.startsWith("$$", at)) return between(text, at, "$$", "$$", true);
  if (text[at] === "$") return inDollars(text, at);
  if (text.startsWith("\\[", at)) return between(text, at, "\\[", "\\]", true);
  if (text.startsWith("\\(", at)) return between(text, at, "\\(", "\\)", false);
  return boxed(text, at) ?? environment(text, at);
}

/** One that is not closed before the next of its kind, or within its paragraph, is cut or is no formula. */
function between(text: string, at: number, open: string, close: string, display: boolean): MathSpan | null {
  const start = at + open.length;
  for (let i = start; i < text.length; i++) {
    if (text.startsWith(close, i)) {
      const tex = text.slice(start, i).trim();
      return tex ? { end: i + close.length, tex, display } : null;
    }
    if (text.startsWith(open, i) || (open !== "\\[" && text.startsWith("\n\n", i))) return null;
    if (text[i] === "\\") i++;
  }
  return null;
}

/** A single dollar mostly means money, so only what is tight between two, or has TeX in it, is a formula. */
function inDollars(text: string, at: number): MathSpan | null {
  if (/[\w$]/.test(text[at - 1] ?? "")) return null;
  DOLLARS.lastIndex = at;
  const inside = DOLLARS.exec(text)?.[1];
  if (!inside || /\\[()[\]]/.test(inside)) return null;
  const tight = !/^\s|\s$/.test(inside);
  const spaced = /^\s.*\\.*\s$/.test(inside);
  if (!tight && !spaced) return null;
  if (!TEX.test(inside) && AMOUNT_IN_PROSE.test(inside)) return null;
  return { end: DOLLARS.lastIndex, tex: inside.trim(), display: false };
}

function boxed(text: string, at: number): MathSpan | null {
  BOX.lastIndex = at;
  if (!BOX.test(text)) return null;
  let depth = 1;
  for (let i = BOX.lastIndex; i < text.length && !text.startsWith("\n\n", i); i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === "{") depth++;
    else if (text[i] === "}" && --depth === 0) {
      return { end: i + 1, tex: text.slice(at, i + 1), display: false };
    }
  }
  return null;
}

function environment(text: string, at: number): MathSpan | null {
  ENVIRONMENT.lastIndex = at;
  const name = ENVIRONMENT.exec(text)?.[1];
  if (!name) return null;
  const close = `\\end{${name}}`;
  const start = text.indexOf(close, at);
  return start < 0
    ? null
    : { end: start + close.length, tex: text.slice(at, start + close.length), display: true };
}
