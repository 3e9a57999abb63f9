import type { Sample } from "../../workers/protocol";
import type { RunRecord } from "./run-record";

/** Of the lines' format, so that a later reader knows what it has. */
const FORMAT = "quorum-samples/1";

/** One line of an exported file: one sample with all of its run around it; what others wrote about the samples only in its first. */
export interface ExportedSample extends Omit<RunRecord, "samples"> {
  format: typeof FORMAT;
  /** Null in the one line of a run that wrote no sample. */
  sample: Sample | null;
}

/**
 * Runs as JSON Lines, in the order given. `describe` adds what can be computed of a sample (its answer, whether it is
 * right), for readers without this page; it is not needed to read the runs back.
 */
export function exportRuns(
  runs: readonly RunRecord[],
  describe: (sample: Sample, run: RunRecord) => Record<string, unknown> = () => ({}),
): string {
  const lines = runs.flatMap((run) => {
    const { samples, readings, ...rest } = run;
    const line = (sample: Sample | null): ExportedSample => ({ format: FORMAT, ...rest, sample });
    if (samples.length === 0) return [line(null)];
    return samples.map((sample, at) => ({
      ...line(sample),
      ...describe(sample, run),
      ...(at === 0 && readings && { readings }),
    }));
  });
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}
