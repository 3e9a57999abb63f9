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

/** Of more problems no link holds the results, however alike they are. */
const MOST_IN_LINK = 4000;

/** What is shown as a set of recorded samples, for a link; null where it is too large. */
export async function setOf(shown: Sweep | Recorded): Promise<RecordedSet | null> {
  if (shown.problemCount > MOST_IN_LINK) return null;
  if (!("origin" in shown)) await shown.settle();
  const problems: RecordedSetProblem[] = [];
  for await (const problem of problemsOf(shown)) if (problem.candidates.length > 0) problems.push(problem);
  return { name: nameOf(shown), problems, samples: shown.samples, origin: originOf(shown) };
}

/** So many are brought from wherever they lie at a time. */
const AT_ONCE = 20;

async function* problemsOf(shown: Sweep | Recorded): AsyncGenerator<RecordedSetProblem> {
  for (let from = 0; from < shown.problemCount; from += AT_ONCE) {
    const count = Math.min(AT_ONCE, shown.problemCount - from);
    const numbers = Array.from({ length: count }, (_, i) => from + i);
    const problems = await shown.problemsAt(numbers);
    if ("origin" in shown) yield* problems;
    else
      for (const [i, problem] of problems.entries())
        yield { ...problem, read: await shown.readOutcomesOf(numbers[i]!) };
  }
}

export function originOf(shown: Sweep | Recorded): RunOrigin | null {
  if ("origin" in shown) return shown.origin;
  const { appVersion, createdAt, spec } = shown.record;
  const { model, modelSha, device, sampling, problems, methods } = spec;
  return {
    ...{ model, device, createdAt, sampling, version: appVersion, seed: problems.seed },
    ...(modelSha && { modelSha }),
    ...(shown.stopsEarly && shown.count < shown.total && { stoppedBy: methods }),
  };
}

const nameOf = (shown: Sweep | Recorded) => ("origin" in shown ? shown.name : sweepTitle(shown.record.spec));
