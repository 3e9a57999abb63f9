import type { RecordedSetProblem, RunOrigin } from "../lab/recorded/recorded-set";
import { exportSweep } from "../lab/recorded/sweep-lines";
import { breathing } from "./breathing";
import { offerDownload } from "./offer-download";

/** Lets the browser save a sweep as JSON Lines. However large it is, the page stays free while the lines are written. */
export async function offerSweep(
  problems: Iterable<RecordedSetProblem>,
  origin: RunOrigin | null,
  name: string,
): Promise<void> {
  const breathe = breathing(new AbortController().signal);
  const lines: string[] = [];
  for (const line of exportSweep(problems, origin)) {
    lines.push(line);
    await breathe();
  }
  offerDownload(new Blob(lines), name);
}
