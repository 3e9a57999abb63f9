import type { LoadedModel } from "../../workers/protocol";
import type { MeasureEvent, Measurement, MeasureTask, Skipped } from "../../workers/protocol/measure";

/** What was measured so far, of which machine and when. A value: each event makes a new one. */
export interface BenchResult {
  measuredAt: Date;
  label: string;
  model: LoadedModel;
  /** The GPU's name; absent on WebAssembly. */
  adapter?: string;
  tasks: readonly MeasureTask[];
  /** What is being measured now. */
  current?: MeasureTask | undefined;
  measurements: readonly Measurement[];
  skipped: readonly { task: MeasureTask; reason: Skipped }[];
}

export function emptyResult(label: string, model: LoadedModel): BenchResult {
  return { measuredAt: new Date(), label, model, tasks: [], measurements: [], skipped: [] };
}

export function foldMeasure(result: BenchResult, event: MeasureEvent): BenchResult {
  switch (event.type) {
    case "planned":
      return { ...result, tasks: event.tasks, ...(event.adapter && { adapter: event.adapter }) };
    case "started":
      return { ...result, current: event.task };
    case "measured":
      return { ...result, measurements: [...result.measurements, event.measurement] };
    case "skipped":
      return { ...result, skipped: [...result.skipped, { task: event.task, reason: event.reason }] };
    case "finished":
      return { ...result, current: undefined };
  }
}
