import type { MeasureEnd, MeasureEvent, MeasureRequest, Skipped } from "../../workers/protocol/measure";
import type { LanguageModel } from "./language-model";
import { openProbe } from "./measuring/device-probe";
import { MeasuredModel } from "./measuring/measured-model";
import { planTasks } from "./measuring/plan-tasks";
import { isOutOfMemory } from "./onnx/runtime-error";

/** Measures a device, and a model on it: copying, starting work, prefill, decode. Tells `onEvent` in the protocol's order. */
export async function measure(
  model: LanguageModel,
  { device, weightBytes }: Pick<MeasureRequest, "device" | "weightBytes">,
  onEvent: (event: MeasureEvent) => void,
  signal: AbortSignal,
): Promise<MeasureEnd> {
  const probe = await openProbe(device);
  const measured = new MeasuredModel(model, probe, signal);
  try {
    const tasks = planTasks(model.contextLength, weightBytes);
    onEvent({ type: "planned", tasks, ...(probe.adapter && { adapter: probe.adapter }) });
    for (const task of tasks) {
      onEvent({ type: "started", task });
      const outcome = measured.reasonToSkip(task) ?? (await measured.measure(task).catch(skipWithoutMemory));
      if (typeof outcome === "string") onEvent({ type: "skipped", task, reason: outcome });
      else onEvent({ type: "measured", measurement: outcome });
    }
    return finish(onEvent, "finished");
  } catch (error) {
    if (signal.aborted && error === signal.reason) return finish(onEvent, "cancelled");
    throw error;
  } finally {
    measured.release();
    await probe.close();
  }
}

/** What one part has no memory for leaves the others as they are. */
function skipWithoutMemory(error: unknown): Skipped {
  if (error instanceof RangeError || isOutOfMemory(error)) return "no-memory";
  throw error;
}

function finish(onEvent: (event: MeasureEvent) => void, reason: MeasureEnd): MeasureEnd {
  onEvent({ type: "finished", reason });
  return reason;
}
