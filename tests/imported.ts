import { readFileSync } from "node:fs";
import { join } from "node:path";
import { collected } from "./collected";
import { preview } from "../src/lab/imports/preview";
import { readRecordedProblems } from "../src/lab/imports/read-recorded-problems";
import { readRows } from "../src/lab/imports/read-rows";
import type { Mapping } from "../src/lab/imports/roles";
import type { Fault, Row } from "../src/lab/imports/row";
import { readRecordedSet } from "../src/lab/recorded/read-recorded-set";

export const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, "fixtures/imports", name), "utf8");

/** A stream of these bytes in chunks of a size, so that every cut can be tried. */
export function streamOf(bytes: Uint8Array, chunk = bytes.length): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += chunk) controller.enqueue(bytes.slice(at, at + chunk));
      controller.close();
    },
  });
}

export async function rowsOf(text: string, chunk?: number): Promise<(Row | Fault)[]> {
  const stream = streamOf(new TextEncoder().encode(text), chunk);
  return collected(readRows(stream, () => undefined));
}

/** All that a file of recorded samples gives, with columns guessed as far as they are not given. */
export async function imported(text: string, given: Mapping = {}) {
  const { mapping } = await preview(new Blob([text]), given);
  const faults: Fault[] = [];
  const filters = new Set<string>();
  const reading = {
    breathe: () => undefined,
    onFault: (fault: Fault) => void faults.push(fault),
    onFilter: (filter: string) => void filters.add(filter),
  };
  const problems = await collected(readRecordedProblems(new Blob([text]), mapping, reading));
  return { mapping, problems, faults, filters: [...filters] };
}

/** The same as a set of recorded candidates. */
export async function recordedSet(text: string, given: Mapping = {}) {
  const { mapping } = await preview(new Blob([text]), given);
  const reading = { breathe: () => undefined, onFault: () => {} };
  return readRecordedSet(new Blob([text]), "file", mapping, reading);
}
