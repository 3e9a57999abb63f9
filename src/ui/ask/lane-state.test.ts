import { expect, test } from "vitest";
import type { Sample } from "../../../workers/protocol";
import { toCandidate } from "../../lab/candidates";
import { laneName, laneState } from "./lane-state";

const named = (sample: Partial<Sample>, expected?: string) => {
  const whole = { sample: 2, text: "", tokens: 0, logprob: 0, chunkEnds: [], ...sample };
  const candidate = toCandidate(whole, expected);
  return [laneState(candidate), laneName(candidate)];
};

test("a sample without a token waits, and once the run has ended it was never begun", () => {
  expect(named({})).toEqual(["waiting", "Sample 3 waiting, 0 tokens"]);
  expect(named({ finish: "cancelled" }, "7")).toEqual(["never begun", "Sample 3 never begun, 0 tokens"]);
});

test("a sample that is written says so, and then what it answers", () => {
  expect(named({ text: "So", tokens: 1 })).toEqual(["writing", "Sample 3 being written, 1 tokens"]);
  expect(named({ text: "The answer is 7.", tokens: 5, finish: "stop" }, "7")).toEqual([
    "ended",
    "Sample 3 answers 7, right, 5 tokens",
  ]);
  expect(named({ text: "Hm", tokens: 1, finish: "stop" }, "7")).toEqual([
    "ended",
    "Sample 3 gives no answer, wrong, 1 tokens",
  ]);
});
