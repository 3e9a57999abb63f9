import type { Found } from "./answer";

const BOX = "\\boxed{";

/**
 * What the last complete `\boxed{…}` holds. Braces are matched, so that `\boxed{\frac{3}{4}}` is `\frac{3}{4}`, and an
 * escaped brace is a character like others. A box that is empty or never closed (the text was cut) is passed over.
 */
export function findBoxed(text: string): Found | null {
  for (let box = text.lastIndexOf(BOX); box >= 0; box = box === 0 ? -1 : text.lastIndexOf(BOX, box - 1)) {
    const start = box + BOX.length;
    const end = closingBrace(text, start);
    if (end !== null && text.slice(start, end).trim() !== "")
      return { text: text.slice(start, end).trim(), start, end };
  }
  return null;
}

/** Where the brace opened just before `from` is closed, or null if it never is. */
function closingBrace(text: string, from: number): number | null {
  let depth = 1;
  for (let i = from; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === "{") depth++;
    else if (text[i] === "}" && --depth === 0) return i;
  }
  return null;
}
