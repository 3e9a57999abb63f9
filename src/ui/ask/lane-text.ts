import type { Sample } from "../../../workers/protocol";

/** The lines of a sample without the tags that mark its steps. */
export function visibleText(text: string): string[] {
  return text
    .replace(/<\/?chunk>/g, "")
    .split("\n")
    .filter((line) => line.trim() !== "");
}

/** Tokens of each step and of what follows the last one: the pieces of a lane's bar. */
export function segments({ chunkEnds, tokens }: Sample): number[] {
  const ends = [...chunkEnds, tokens];
  return ends.map((end, i) => end - (ends[i - 1] ?? 0)).filter((length) => length > 0);
}
