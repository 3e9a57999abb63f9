import type { Found } from "./answer";

const BOX = "\\boxed{";

/**
 * What the last complete `\boxed{…}` holds. Braces are matched, so that `\boxed{\frac{3}{4}}` is `\frac{3}{4}`, and an
 * escaped brace is a character like others. A box that is empty or never closed (the text was cut) is passed over.
 * Looks at each character once.
 */
export function findBoxed(text: string): Found | null {
  const first = text.indexOf(BOX);
  if (first < 0) return null;
  let last: Found | null = null;
  /** Of every brace that is open: where the box that it opened begins inside, or -1 if it opened none. */
  const open: number[] = [];
  for (let i = first; i < text.length; i++) {
    if (text.startsWith(BOX, i)) {
      i += BOX.length - 1;
      open.push(i + 1);
    } else if (text[i] === "\\") {
      if (!text.startsWith(BOX, i + 1)) i++; // In `\\boxed{` it is the second backslash that counts.
    } else if (text[i] === "{") open.push(-1);
    else if (text[i] === "}") {
      const start = open.pop() ?? -1;
      if (start >= 0 && start >= (last?.start ?? 0)) last = held(text, start, i) ?? last;
    }
  }
  return last;
}

function held(text: string, start: number, end: number): Found | null {
  const inside = text.slice(start, end).trim();
  return inside === "" ? null : { text: inside, start, end };
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
