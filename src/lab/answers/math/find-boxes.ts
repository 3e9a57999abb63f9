import { closingBrace } from "../boxed";

const BOX = /\\(?:boxed|fbox)\s*\{/g;
/** What may stand between two boxes of one answer: signs, a conjunction, a few words with one. */
const LONGEST_GAP = 40;

/** The last boxes of a text, with those before them that belong to the same answer, in order; null where there is none. */
export function findBoxes(text: string): { inside: string[]; end: number } | null {
  const boxes: { inside: string; start: number; end: number }[] = [];
  let from = 0;
  for (const match of text.matchAll(BOX)) {
    if (match.index < from) continue; // A box within a box.
    const start = match.index + match[0].length;
    const end = closingBrace(text, start);
    if (end === null) break; // The text was cut.
    if (text.slice(start, end).trim() !== "")
      boxes.push({ inside: withPercent(text, start, end), start: match.index, end });
    from = end;
  }
  let first = boxes.length - 1;
  while (first > 0 && belongTogether(text.slice(boxes[first - 1]!.end + 1, boxes[first]!.start))) first--;
  const last = boxes.at(-1);
  return last ? { inside: boxes.slice(first).map((box) => box.inside), end: last.end } : null;
}

function belongTogether(gap: string): boolean {
  if (gap.length > LONGEST_GAP || /[.!?]\s|\n\s*\n/.test(gap)) return false;
  const words = gap.replace(/\\(?:text[a-z]*|q?quad|mbox)/g, "");
  return /(?<![a-z])(?:and|or)(?![a-z])/.test(words) || !/[a-zA-Z]{2,}/.test(words);
}

/** A percent sign or word right behind a box belongs to what it holds. */
function withPercent(text: string, start: number, end: number): string {
  const inside = text.slice(start, end).trim();
  const after = /^[\s$)\\\]]{0,6}(?:%|percent|pct)/i.test(text.slice(end + 1, end + 20));
  return after && !/%|percent|pct/i.test(inside) ? `${inside}\\%` : inside;
}
