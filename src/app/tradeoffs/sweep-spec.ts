import type { LoadedModel } from "../../../workers/protocol";
import { METHODS } from "../../lab/methods";
import { mayStopEarly } from "../../lab/sweep/enough";
import { generatedProblems, importedProblems, type SweepProblem } from "../../lab/sweep/sweep-problem";
import { wordProblems } from "../../lab/tasks/word-problems";
import type { SweepSpec } from "../../storage/sweep-record";
import { memoryBytes } from "../memory-setting";
import type { ProblemFile } from "./sweep-form.svelte";
import type { SweepSettings } from "./sweep-settings";

/** All that decides what a sweep writes, once the model is there. `file` is needed where no level is given. */
export function sweepSpec(settings: SweepSettings, file: ProblemFile | null, model: LoadedModel): SweepSpec {
  const { level, count, seed, samples, methods, temperature, topP, maxTokens } = settings;
  const budgetBytes = memoryBytes(settings.memory);
  return {
    model: settings.model,
    ...(model.graphSha && { modelSha: model.graphSha }),
    device: model.device,
    problems:
      level === null
        ? { name: file!.name, items: file!.items.slice(0, count), seed }
        : { task: wordProblems.id, level, count, seed },
    methods: mayStopEarly(methods, samples) ? [...methods] : METHODS.map(({ id }) => id),
    samples,
    sampling: { temperature, topK: 0, topP, minP: 0, maxTokens, stop: [] },
    ...(budgetBytes !== undefined && { budgetBytes }),
  };
}

/** The same problems each time; `breathe` is awaited on the way. */
export function problemsOf(
  { problems }: SweepSpec,
  breathe?: () => Promise<void> | undefined,
): Promise<SweepProblem[]> {
  return "task" in problems
    ? generatedProblems(problems, breathe)
    : Promise.resolve(importedProblems(problems.items, problems.seed));
}
