import type { RecordedSetProblem, RunOrigin } from "../lab/recorded/recorded-set";
import { exportSweep } from "../lab/recorded/sweep-lines";
import { breathing } from "./breathing";
import { offerDownload } from "./offer-download";

/** Lets the browser save a sweep as JSON Lines. However large it is, the page stays free while the lines are written. */
export async function offerSweep(
  problems: AsyncIterable<RecordedSetProblem>,
  origin: RunOrigin | null,
  name: string,
): Promise<void> {
  const breathe = breathing(new AbortController().signal);
  const lines: string[] = [];
  for await (const problem of problems) {
    lines.push(...exportSweep([problem], origin));
    await breathe();
  }
  offerDownload(new Blob(lines), name);
}
