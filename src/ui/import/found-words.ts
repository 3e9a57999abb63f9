import type { Imported } from "../../app/importing.svelte";
import { grouped } from "../ask/grouped";

const counted = (count: number, one: string) => `${grouped(count)} ${one}${count === 1 ? "" : "s"}`;

/** How much was found in a file, in words, and what it is. */
export function foundWords(imported: Imported): { counts: string; what: string } {
  if (imported.kind === "problems")
    return { counts: `${counted(imported.items.length, "problem")}, to be asked`, what: "problems" };
  const { count, samples, fewestSamples: least, scored, rows } = imported.source;
  const most = least === samples ? `${samples}` : `${least} to ${samples}`;
  const scores = scored ? ", scored by a judge" : "";
  const found =
    rows > count
      ? `${counted(rows, "row")}, ${most} to a problem: ${counted(count, "problem")}`
      : `${counted(count, "problem")} with ${most} ${samples === 1 ? "sample" : "samples"} each`;
  return { counts: `${found}${scores}`, what: "samples" };
}

export const skippedWords = (count: number) => `${counted(count, "row")} skipped`;
