import { FaultLog } from "../../lab/imports/fault-log";
import { readPairs } from "../../lab/pairs/read-pairs";
import { breathing } from "../breathing";
import { sentenceOf } from "../sentence-of";
import { PairSet } from "./pair-set.svelte";

/** A file's pairs with what judges were recorded to have said of them, and the rows that could not be used. Rejects with a sentence. */
export async function readPairFile(file: File): Promise<{ set: PairSet; skipped: FaultLog }> {
  const skipped = new FaultLog();
  const onFault = skipped.add.bind(skipped);
  const read = await readPairs(file, { breathe: breathing(), onFault }).catch((error: unknown) => {
    throw new Error(`“${file.name}” cannot be read: ${sentenceOf(error)}.`, { cause: error });
  });
  if (read.pairs.length === 0) {
    const [first] = skipped.kept;
    const why = first ? `line ${first.line}: ${first.reason}` : "it is empty";
    throw new Error(
      `“${file.name}” holds no pair that can be used (${why}). A row needs question, response_A, response_B and label ("A>B" or "B>A").`,
    );
  }
  const set = new PairSet(file.name);
  set.add(read.pairs);
  for (const [judge, opinions] of read.recorded) set.take(judge, ...opinions);
  return { set, skipped };
}
