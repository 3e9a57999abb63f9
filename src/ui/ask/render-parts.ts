/** A stretch of a sample's text: what the model thinks, one step of its work, or what it says. */
export interface TextPart {
  kind: "thinking" | "step" | "saying";
  text: string;
}

const THINK = "<think>";
const THOUGHT = "</think>";
const STEP = /<chunk>([\s\S]*?)(?:<\/chunk>|$)/;

/**
 * Parts a text at its tags. Thinking that is still being written has no end, and where the prompt opened it, no start:
 * what stands before a lone `</think>` was thought.
 */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  for (let at = 0; at < text.length;) {
    const open = text.indexOf(THINK, at);
    const close = text.indexOf(THOUGHT, at);
    const opened = open >= 0 && (close < 0 || open < close);
    const start = opened ? open : close < 0 ? text.length : at;
    const end = close < 0 ? text.length : close;
    parts.push(...stepsAndSaying(text.slice(at, start)));
    parts.push({ kind: "thinking", text: text.slice(opened ? start + THINK.length : start, end) });
    at = end + THOUGHT.length;
  }
  return parts.filter((part) => part.text.trim() !== "");
}

/** Every second piece stood between the tags of a step. */
const stepsAndSaying = (text: string): TextPart[] =>
  text.split(STEP).map((piece, i) => ({ kind: i % 2 === 1 ? "step" : "saying", text: piece }));
