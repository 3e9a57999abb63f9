import { guessMapping } from "./guess-mapping";
import { pathsOf } from "./paths";
import { readRows } from "./read-rows";
import type { Mapping } from "./roles";
import type { Fault, Row } from "./row";
import type { ByteSource } from "./text-pieces";

/** What a person sees of a file before it is read: enough to check which column is which. */
export interface Preview {
  rows: Row[];
  faults: Fault[];
  /** What can be chosen for a role. */
  paths: string[];
  /** What was made of it, to be changed. */
  mapping: Mapping;
}

const ROWS = 20;
const FAULTS = 200;

/** Reads the first rows, and no further. Of the mapping, what is given stays and the rest is guessed. */
export async function preview(source: ByteSource, given: Mapping = {}): Promise<Preview> {
  const rows: Row[] = [];
  const faults: Fault[] = [];
  for await (const row of readRows(source, () => undefined)) {
    if (row.kind === "row") rows.push(row);
    else faults.push(row);
    if (rows.length >= ROWS || faults.length >= FAULTS) break;
  }
  return { rows, faults, paths: pathsOf(rows), mapping: guessMapping(rows, given) };
}
