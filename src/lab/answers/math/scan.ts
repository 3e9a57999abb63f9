/** Where a text can be taken apart: only outside of its brackets. */

const OPEN = new Set(["(", "[", "{", "\\{", "\\langle", "\\lfloor", "\\lceil", "\\begin"]);
const CLOSE = new Set([")", "]", "}", "\\}", "\\rangle", "\\rfloor", "\\rceil", "\\end"]);
const TOKEN = /\\[a-zA-Z]+|\\.|[^]/gsu;

interface Token {
  text: string;
  start: number;
  /** Brackets open before it; a bracket itself stands at the depth of what is around it. */
  depth: number;
}

/** The tokens of LaTeX with the number of brackets around each. Depth never falls below 0. */
export function tokens(text: string): Token[] {
  let depth = 0;
  return [...text.matchAll(TOKEN)].map((match) => {
    const token = match[0];
    if (CLOSE.has(token)) depth = Math.max(0, depth - 1);
    const found = { text: token, start: match.index, depth };
    if (OPEN.has(token)) depth++;
    return found;
  });
}

/** How deeply brackets stand within each other; null if round, square or curly ones are not closed in order. */
export function deepestBracket(text: string): number | null {
  const open: string[] = [];
  let deepest = 0;
  for (const [token] of text.matchAll(TOKEN)) {
    if (OPEN.has(token)) deepest = Math.max(deepest, open.push(token));
    else if (CLOSE.has(token) && !belongs(open.pop(), token)) return null;
  }
  return open.length === 0 ? deepest : null;
}

/** Round and square ones may close each other, as in half-open intervals. */
function belongs(open: string | undefined, close: string): boolean {
  if (open === undefined) return false;
  if (open === "(" || open === "[") return close === ")" || close === "]";
  if (open === "{" || open === "\\{") return close === (open === "{" ? "}" : "\\}");
  return true;
}

/** The parts between separators that stand outside of all brackets, trimmed; and the separators. */
export function splitAt(
  text: string,
  isSeparator: (token: string) => boolean,
): { parts: string[]; separators: string[] } {
  const parts: string[] = [];
  const separators: string[] = [];
  let from = 0;
  for (const token of tokens(text)) {
    if (token.depth > 0 || !isSeparator(token.text)) continue;
    parts.push(text.slice(from, token.start).trim());
    separators.push(token.text);
    from = token.start + token.text.length;
  }
  parts.push(text.slice(from).trim());
  return { parts, separators };
}

/** What one pair of brackets around the whole text holds, and which they are; null if no single pair does. */
export function bracketed(text: string): { open: string; close: string; inside: string } | null {
  const all = tokens(text);
  const first = all[0];
  const last = all.at(-1);
  if (!first || !last || first === last || !OPEN.has(first.text) || !CLOSE.has(last.text)) return null;
  const closed = all.findIndex((token, i) => i > 0 && CLOSE.has(token.text) && token.depth === 0);
  if (all[closed] !== last) return null;
  return { open: first.text, close: last.text, inside: text.slice(first.text.length, last.start).trim() };
}
