import type { MeasureTask } from "../../../workers/protocol/measure";

/** A copy so large that no cache holds it. */
const LARGE_COPY = 64_000_000; // bytes
const SMALLEST_COPY = 65_536; // bytes
const PROMPTS = [64, 256, 1024]; // tokens
const SAMPLES = [1, 4, 16, 64];
const SAMPLES_AT_LENGTH = 16;
/** How many steps are written behind a prompt before the rows begin anew. */
export const STEPS_BEHIND = 16;

/**
 * The device alone; then each prompt length, read and written behind. A copy that reads and writes as much as a step reads of
 * weights tells what caches make of them.
 */
export function planTasks(contextLength: number, weightBytes = Infinity): MeasureTask[] {
  const tasks: MeasureTask[] = [{ measure: "copy", bytes: LARGE_COPY }];
  if (weightBytes / 2 < LARGE_COPY) {
    tasks.push({ measure: "copy", bytes: Math.max(SMALLEST_COPY, Math.round(weightBytes / 8) * 4) });
  }
  tasks.push({ measure: "dispatch" });
  PROMPTS.filter((tokens) => tokens + STEPS_BEHIND <= contextLength).forEach((tokens, index) => {
    tasks.push({ measure: "prefill", tokens });
    for (const samples of index === 0 ? SAMPLES : [SAMPLES_AT_LENGTH]) {
      tasks.push({ measure: "decode", samples, context: tokens });
    }
  });
  return tasks;
}
