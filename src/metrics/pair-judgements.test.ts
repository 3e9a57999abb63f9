import { expect, test } from "vitest";
import { type PairJudgement, pairRates } from "./pair-judgements";

const pair = (forward: PairJudgement["forward"], backward: PairJudgement["backward"]) => ({
  forward,
  backward,
});

test("a judge that always prefers the first place is right half of the time and never consistent", () => {
  const rates = pairRates([pair("better", "worse"), pair("better", "worse")]);
  expect(rates).toEqual({ count: 2, forward: 1, backward: 0, consistent: 0, flipped: 1 });
});

test("a verdict that is missing is a changed one, and one that is wrong both times is no flip", () => {
  const rates = pairRates([
    pair("better", "better"),
    pair("worse", "worse"),
    pair(null, "better"),
    pair(null, null),
  ]);
  expect(rates.consistent).toBe(0.25);
  expect(rates.flipped).toBe(0.5);
});
