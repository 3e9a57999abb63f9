import type { RecordedSet, RecordedSetProblem, RunOrigin } from "../../lab/recorded/recorded-set";
import { offerSweep } from "../offer-sweep";
import type { Recorded } from "./recorded.svelte";
import type { Sweep } from "./sweep.svelte";
import { sweepTitle } from "./sweep-title";

/** Offers a sweep's problems with their samples as JSON Lines. */
export async function offerShown(shown: Sweep | Recorded): Promise<void> {
  if (!("origin" in shown)) await shown.settle();
  const name = "origin" in shown ? "quorum-recorded.jsonl" : `quorum-sweep-${shown.record.id}.jsonl`;
  return offerSweep(problemsOf(shown), originOf(shown), name);
}

/** What is shown as a set of recorded samples. */
export async function setOf(shown: Sweep | Recorded): Promise<RecordedSet> {
  if (!("origin" in shown)) await shown.settle();
  const problems = [...problemsOf(shown)].filter(({ candidates }) => candidates.length > 0);
  return { name: nameOf(shown), problems, samples: shown.samples, origin: originOf(shown) };
}

function* problemsOf(shown: Sweep | Recorded): Generator<RecordedSetProblem> {
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

const nameOf = (shown: Sweep | Recorded) => ("origin" in shown ? shown.name : sweepTitle(shown.record.spec));
