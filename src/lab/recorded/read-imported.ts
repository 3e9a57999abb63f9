import type { Reading } from "../imports/reading";
import { readProblems } from "../imports/read-problems";
import type { Mapping } from "../imports/roles";
import type { ByteSource } from "../imports/text-pieces";
import { readRecordedSet } from "./read-recorded-set";
import type { RecordedSet } from "./recorded-set";

/** What a file was found to hold: problems to be asked, or problems with samples that were drawn before. */
export type Imported =
  | {
      kind: "problems";
      /** Of the file. */
      name: string;
      items: { question: string; answer: string }[];
      /** How many rows could not be used. */
      skipped: number;
    }
  | {
      kind: "recorded";
      set: RecordedSet;
      skipped: number;
      /** Of a log of lm-evaluation-harness, all that its rows were written for; those of one of them were read. */
      filters: string[];
    };

/** A file that has a column of samples, or of the answers taken from them, is read as recorded. */
export function holdsSamples({ samples, predictions }: Mapping): boolean {
  return samples !== undefined || predictions !== undefined;
}

/** Reads a whole file by its mapping. Throws RangeError, in words, where it is of another kind. */
export async function readImported(
  source: ByteSource,
  name: string,
  mapping: Mapping,
  { breathe, onFault }: Reading,
): Promise<Imported> {
  let skipped = 0;
  const filters = new Set<string>();
  const reading: Reading = {
    breathe,
    onFault(fault) {
      skipped++;
      onFault(fault);
    },
    onFilter: (filter) => filters.add(filter),
  };
  if (holdsSamples(mapping)) {
    const set = await readRecordedSet(source, name, mapping, reading);
    return { kind: "recorded", set, skipped, filters: [...filters] };
  }
  const items: { question: string; answer: string }[] = [];
  for await (const { question, answer } of readProblems(source, mapping, reading))
    items.push({ question, answer });
  return { kind: "problems", name, items, skipped };
}
