import type { RecordedSetProblem, RunOrigin } from "../../lab/recorded/recorded-set";
import { exportSweep } from "../../lab/recorded/sweep-lines";
import { breathing } from "../breathing";
import { offerDownload } from "../offer-download";
import type { Recorded } from "./recorded.svelte";
import type { Sweep } from "./sweep.svelte";

/** Offers a sweep's problems with their samples as JSON Lines, written between frames. */
export async function offerSweep(shown: Sweep | Recorded): Promise<void> {
  const breathe = breathing();
  const lines: string[] = [];
  for (const line of exportSweep(problemsOf(shown), originOf(shown))) {
    lines.push(line);
    await breathe();
  }
  offerDownload(new Blob(lines), `quorum-${nameOf(shown)}.jsonl`);
}

export function* problemsOf(shown: Sweep | Recorded): Generator<RecordedSetProblem> {
  for (const [number, problem] of shown.problems.entries())
    yield { ...problem, candidates: shown.candidatesOf(number) };
}

export function originOf(shown: Sweep | Recorded): RunOrigin | null {
  if ("origin" in shown) return shown.origin;
  const { appVersion, createdAt, spec } = shown.record;
  const { model, modelSha, device, sampling, problems } = spec;
  return {
    ...{ model, device, createdAt, sampling, version: appVersion, seed: problems.seed },
    ...(modelSha && { modelSha }),
  };
}

const nameOf = (shown: Sweep | Recorded) => ("origin" in shown ? "recorded" : `sweep-${shown.record.id}`);
