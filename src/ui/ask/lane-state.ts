import type { Candidate } from "../../lab/candidates";

/** Where a sample stands. One is waiting until its first token; others may be written before it begins. */
export type LaneState = "waiting" | "writing" | "never begun" | "ended";

export function laneState({ sample: { tokens, finish } }: Candidate): LaneState {
  if (finish) return tokens > 0 ? "ended" : "never begun";
  return tokens > 0 ? "writing" : "waiting";
}

/** What a lane is called: "Sample 3 answers 17, right, 41 tokens". */
export function laneName(candidate: Candidate): string {
  const { sample, answer, correct } = candidate;
  const words = {
    waiting: "waiting",
    writing: "being written",
    "never begun": "never begun",
    ended: answer ? `answers ${answer.text}` : "gives no answer",
  };
  const state = laneState(candidate);
  const verdict = state !== "ended" || correct === undefined ? "" : correct ? ", right" : ", wrong";
  return `Sample ${sample.sample + 1} ${words[state]}${verdict}, ${sample.tokens} tokens`;
}
