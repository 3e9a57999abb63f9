import type { Imported } from "../../app/importing.svelte";
import { grouped } from "../ask/grouped";

const counted = (count: number, one: string) => `${grouped(count)} ${one}${count === 1 ? "" : "s"}`;

/** How much was found in a file, in words, and what it is. */
export function foundWords(imported: Imported): { counts: string; what: string } {
  if (imported.kind === "problems")
    return { counts: `${counted(imported.items.length, "problem")}, to be asked`, what: "problems" };
  const { problems, samples, rows = 0 } = imported.set;
  const least = problems.reduce((min, { candidates }) => Math.min(min, candidates.length), Infinity);
  const most = least === samples ? `${samples}` : `${least} to ${samples}`;
  const judged = problems.filter(({ candidates }) => candidates.every(({ score }) => score !== undefined));
  const scores = judged.length > 0 ? ", scored by a judge" : "";
  const found =
    rows > problems.length
      ? `${counted(rows, "row")}, ${most} to a problem: ${counted(problems.length, "problem")}`
      : `${counted(problems.length, "problem")} with ${most} ${samples === 1 ? "sample" : "samples"} each`;
  return { counts: `${found}${scores}`, what: "samples" };
}

export const skippedWords = (count: number) => `${counted(count, "row")} skipped`;
