import { defaultExperiment } from "./defaults";
import type { Library } from "./library.svelte";
import type { RunRecord } from "./run-log.svelte";
import type { Experiment } from "./settings";

/** The experiment a stored run was, as far as it can be repeated here: a folder's model may be gone. */
export function experimentOf({ spec, readings }: RunRecord, library: Library): Experiment {
  const { temperature, topP, seed, maxTokens } = spec.sampling;
  return {
    question: spec.question,
    expected: spec.expected ?? "",
    level: spec.level ?? defaultExperiment.level,
    problem: spec.problem ?? null,
    model: library.find(spec.model) ? spec.model : defaultExperiment.model,
    device: defaultExperiment.device,
    samples: spec.samples,
    memory: defaultExperiment.memory, // Not kept: it changes when a sample is written, and not what.
    read: readings?.methods.join(",") ?? defaultExperiment.read,
    ...{ temperature, topP, seed, maxTokens },
  };
}
