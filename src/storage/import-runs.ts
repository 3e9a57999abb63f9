import type { Sample } from "../../workers/protocol";
import type { ExportedSample } from "./export-runs";
import { readRun } from "./read-run";
import type { RunRecord } from "./run-record";

/** Runs from the lines that `exportRuns` wrote, in their order. Throws RangeError that says which line is none of its. */
export function importRuns(text: string): RunRecord[] {
  const runs = new Map<string, Omit<ExportedSample, "format" | "sample"> & { samples: Sample[] }>();
  for (const [i, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const { sample, ...rest } = exportedLine(line, i + 1);
    const run = runs.get(rest.id) ?? { ...rest, samples: [] };
    if (sample) run.samples.push(sample);
    if (rest.readings) run.readings = rest.readings; // Of one line, which need not be the first any more.
    runs.set(rest.id, run);
  }
  return [...runs].map(([id, value]) => {
    const read = readRun(id, value);
    if ("run" in read) return read.run;
    throw new RangeError(`the run ${id} cannot be read: ${read.malformed.fault}`);
  });
}

function exportedLine(line: string, number: number): ExportedSample {
  try {
    const value = JSON.parse(line) as ExportedSample | null;
    if (value?.format === "quorum-samples/1") return value;
  } catch {
    // Not even JSON.
  }
  throw new RangeError(`line ${number} is none of a run that Runs exported`);
}
