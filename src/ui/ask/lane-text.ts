import type { Sample } from "../../../workers/protocol";

/** How much of a sample a lane shows: all its text, a word to each step, or only its length. */
export type Density = "full" | "line" | "thread";

/** The lines of a sample without the tags that mark its steps. */
export function visibleLines(text: string): string[] {
  return text
    .replace(/<\/?chunk>/g, "")
    .split("\n")
    .filter((line) => line.trim() !== "");
}

/** The end of a text that has no steps: its newest words. */
export function lineText(text: string): string {
  return text.replace(/\s+/g, " ").slice(-120);
}

/** A piece of a lane: a step, or what follows the last one. */
export interface LaneStep {
  tokens: number;
  /** What stands over the piece: the step without the name before its colon. Empty behind the last step. */
  text: string;
}

const SIGNS: Record<string, string> = { "*": "×", "/": "÷", "-": "−" };
/** Signs of arithmetic as books print them. */
export const typeset = (text: string) => text.replace(/(?<=\d )[*/-](?= \d|$)/g, (sign) => SIGNS[sign]!);

export function steps({ chunkEnds, tokens, text }: Sample): LaneStep[] {
  if (chunkEnds.length === 0 && !text.startsWith("<chunk>")) return [{ tokens, text: lineText(text) }];
  const chunks = text
    .split("<chunk>")
    .slice(1)
    .map((chunk) => typeset(chunk.split("</chunk>", 1)[0]!.replace(/^[^:]*: ?/, "")));
  return [...chunkEnds, tokens]
    .map((end, i, ends) => ({ tokens: end - (ends[i - 1] ?? 0), text: chunks[i] ?? "" }))
    .filter((step) => step.tokens > 0);
}
