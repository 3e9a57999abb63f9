import type { Imported } from "../../app/importing.svelte";
import { grouped } from "../ask/grouped";

const counted = (count: number, one: string) => `${grouped(count)} ${one}${count === 1 ? "" : "s"}`;

/** How much was found in a file, in words, and what it is. */
export function foundWords(imported: Imported): { counts: string; what: string } {
  if (imported.kind === "problems")
    return { counts: `${counted(imported.items.length, "problem")}, to be asked`, what: "problems" };
  const { count, samples, fewestSamples: least, scored } = imported.source;
  const each = least === samples ? counted(samples, "sample") : `${least} to ${counted(samples, "sample")}`;
  const scores = scored ? ", scored by a judge" : "";
  return { counts: `${counted(count, "problem")} with ${each} each${scores}`, what: "samples" };
}

export const skippedWords = (count: number) => `${counted(count, "row")} skipped`;
