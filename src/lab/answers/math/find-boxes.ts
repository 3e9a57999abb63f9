import { areOne, closingBrace, withPercent } from "../boxed";

const BOX = /\\(?:boxed|fbox)\s*\{/g;

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
  while (first > 0 && areOne(text.slice(boxes[first - 1]!.end + 1, boxes[first]!.start))) first--;
  const last = boxes.at(-1);
  return last ? { inside: boxes.slice(first).map((box) => box.inside), end: last.end } : null;
}
