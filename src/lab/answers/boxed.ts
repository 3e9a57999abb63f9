import type { Found } from "./answer";

const BOX = /\\(?:boxed|fbox) {0,4}\{/y;
/** What may stand between two boxes of one answer: signs, a conjunction, a few words with one. */
const LONGEST_GAP = 40;

/**
 * What the last complete `\boxed{…}` holds, with the boxes just before it that give one answer together. Braces are matched,
 * so that `\boxed{\frac{3}{4}}` is `\frac{3}{4}`, and an escaped brace is a character like others. A box that is empty or never
 * closed (the text was cut) is passed over. Looks at each character once.
 */
export function findBoxed(text: string): Found | null {
  const boxes = closedBoxes(text);
  const last = boxes.at(-1);
  if (!last) return null;
  let first = boxes.length - 1;
  while (first > 0 && areOne(text.slice(boxes[first - 1]!.end + 1, boxes[first]!.open))) first--;
  const together = boxes.slice(first);
  const inside = together.map(({ start, end }) => withPercent(text, start, end));
  return { text: inside.join(", "), start: together[0]!.start, end: last.end };
}

interface Box {
  /** Where its command begins. */
  open: number;
  /** What it holds. */
  start: number;
  end: number;
}

/** All boxes that are closed and hold something, in order; of boxes within boxes the inner ones. */
function closedBoxes(text: string): Box[] {
  const boxes: Box[] = [];
  /** Of every brace that is open: the box that it opened, or null if it opened none. */
  const open: (Pick<Box, "open" | "start"> | null)[] = [];
  for (let i = firstBox(text); i < text.length; i++) {
    const length = boxAt(text, i);
    if (length > 0) {
      open.push({ open: i, start: i + length });
      i += length - 1;
    } else if (text[i] === "\\") {
      if (boxAt(text, i + 1) === 0) i++; // In `\\boxed{` it is the second backslash that counts.
    } else if (text[i] === "{") open.push(null);
    else if (text[i] === "}") {
      const box = open.pop();
      const isInner = box && box.start >= (boxes.at(-1)?.start ?? 0);
      if (isInner && text.slice(box.start, i).trim() !== "") boxes.push({ ...box, end: i });
    }
  }
  return boxes;
}

const firstBox = (text: string) => {
  const at = text.search(/\\(?:boxed|fbox)/);
  return at < 0 ? text.length : at;
};

/** How long the command is with which a box begins here; 0 where none does. */
function boxAt(text: string, at: number): number {
  if (text[at] !== "\\") return 0;
  BOX.lastIndex = at;
  return BOX.exec(text)?.[0].length ?? 0;
}

/** Whether the boxes on either side of a gap give one answer: `\boxed{2}` or `\boxed{3}`. */
export function areOne(gap: string): boolean {
  if (gap.length > LONGEST_GAP || /[.!?]\s|\n\s*\n/.test(gap)) return false;
  const words = gap.replace(/\\(?:text[a-z]*|q?quad|mbox)/g, "");
  return /(?<![a-z])(?:and|or)(?![a-z])/.test(words) || !/[a-zA-Z]{2,}/.test(words);
}

/** What a box holds. A percent sign or word right behind it belongs to that. */
export function withPercent(text: string, start: number, end: number): string {
  const inside = text.slice(start, end).trim();
  const after = /^[\s$)\\\]]{0,6}(?:%|percent|pct)/i.test(text.slice(end + 1, end + 20));
  return after && !/%|percent|pct/i.test(inside) ? `${inside}\\%` : inside;
}

/** Where the brace opened just before `from` is closed, or null if it never is. */
export function closingBrace(text: string, from: number): number | null {
  let depth = 1;
  for (let i = from; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === "{") depth++;
    else if (text[i] === "}" && --depth === 0) return i;
  }
  return null;
}
