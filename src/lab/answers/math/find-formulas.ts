import { LIMITS } from "./limits";

/** A formula in a text, without its delimiters. */
export interface Formula {
  inside: string;
  start: number;
  end: number;
}

const DELIMITERS = [
  { open: "$$", close: "$$", lines: true },
  { open: "\\[", close: "\\]", lines: true },
  { open: "\\(", close: "\\)", lines: true },
  { open: "$", close: "$", lines: false },
] as const;

/** All formulas of a text in order. A single dollar sign that is never closed on its line is a price. */
export function findFormulas(text: string): Formula[] {
  const formulas: Formula[] = [];
  // Where a delimiter was once not found again, it need not be looked for any more: this keeps the search linear.
  const exhausted = new Set<string>();
  for (let i = 0; i < text.length; i++) {
    const delimiter = DELIMITERS.find(({ open }) => text.startsWith(open, i));
    if (!delimiter) {
      if (text[i] === "\\") i++;
      continue;
    }
    const start = i + delimiter.open.length;
    const end = exhausted.has(delimiter.open) ? -1 : closing(text, delimiter.close, start);
    if (end < 0) {
      exhausted.add(delimiter.open);
      i = start - 1;
      continue;
    }
    const inside = text.slice(start, end);
    if (!delimiter.lines && inside.includes("\n")) continue;
    if (inside.trim() !== "")
      formulas.push({ inside: inside.trim(), start: i, end: end + delimiter.close.length });
    i = end + delimiter.close.length - 1;
  }
  return formulas;
}

function closing(text: string, close: string, from: number): number {
  let at = text.indexOf(close, from);
  while (at > 0 && close.startsWith("$") && text[at - 1] === "\\") at = text.indexOf(close, at + 1);
  return at;
}

const TOGETHER = /^\s*(?:,?\s*(?:and|or)|,)\s*$/;

/** The formula that a text begins with, and those that are one list with it. */
export function firstFormulas(text: string): string[] | null {
  const formulas = findFormulas(text.slice(0, LIMITS.answer));
  if (formulas[0]?.start !== 0) return null;
  let last = 0;
  while (formulas[last + 1] && TOGETHER.test(text.slice(formulas[last]!.end, formulas[last + 1]!.start)))
    last++;
  return withPercent(formulas.slice(0, last + 1), text);
}

/** The last formula with those before it that are one list with it, `$1$, $2$ and $3$`, and a percent sign behind it. */
export function lastFormulas(text: string): { inside: string[]; end: number } | null {
  const formulas = findFormulas(text);
  let first = formulas.length - 1;
  if (first < 0) return null;
  const { end } = formulas[first]!;
  while (first > 0 && TOGETHER.test(text.slice(formulas[first - 1]!.end, formulas[first]!.start))) first--;
  return { inside: withPercent(formulas.slice(first), text), end };
}

function withPercent(formulas: Formula[], text: string): string[] {
  const inside = formulas.map((formula) => formula.inside);
  const { end } = formulas.at(-1)!;
  const percent = /^\s*(?:\\?%|percent|pct)/i.test(text.slice(end, end + 20));
  return percent ? [...inside.slice(0, -1), `${inside.at(-1)!}\\%`] : inside;
}
