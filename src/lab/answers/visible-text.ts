const OPEN = "<think>";
const CLOSE = "</think>";

/**
 * The part of a text that is meant for the reader, as offsets into it: what follows the last `</think>`, and never
 * what stands in an unclosed think block. All of the text where there is no such block.
 */
export function visibleSpan(text: string): { start: number; end: number } {
  const close = text.lastIndexOf(CLOSE);
  const start = close < 0 ? 0 : close + CLOSE.length;
  const open = text.indexOf(OPEN, start);
  return { start, end: open < 0 ? text.length : open };
}
