import { expect, test } from "vitest";
import { tokensByPhase } from "./tokens-by-phase";

test("the prompt is counted once, generated tokens for every sample", () => {
  const sample = (tokens: number) => ({ sample: 0, text: "", tokens, logprob: 0, chunkEnds: [] });
  expect(tokensByPhase(50, [sample(10), sample(20)])).toEqual({ prompt: 50, answer: 30 });
});
