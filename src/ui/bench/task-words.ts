import type { MeasureTask, Skipped } from "../../../workers/protocol/measure";
import { count, significant } from "../../metrics/in-words";

/** What is being measured, as a person would say it. */
export function taskInWords(task: MeasureTask): string {
  switch (task.measure) {
    case "copy":
      return `copying ${significant(task.bytes / 1e6)} MB of memory`;
    case "dispatch":
      return "starting work that does nothing";
    case "prefill":
      return `reading a prompt of ${count(task.tokens, "token")}`;
    case "decode":
      return `writing ${count(task.samples, "sample")} behind ${count(task.context, "token")}`;
  }
}

const REASONS: Record<Skipped, string> = {
  "no-memory": "there is no memory for it",
  "too-slow": "it would take too long here",
};

export function skippedInWords({ task, reason }: { task: MeasureTask; reason: Skipped }): string {
  return `Left out: ${taskInWords(task)}; ${REASONS[reason]}.`;
}
