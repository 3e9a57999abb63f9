import { expect, test } from "vitest";
import { equalVotes } from "./equal-votes";
import type { RecordedMany } from "./recorded-crowd";

const rates = { count: 0, forward: 0, backward: 0, consistent: 0, flipped: 0 };
/** Four problems, ten tokens a sample; the aggregator writes 20, and is right of 8 attempts alone. */
const many = (drawn: number): RecordedMany => ({
  problems: Array.from({ length: 4 }, () => ({ fate: "outvoted", aggregated: [0, 0, 0, 1, 0] })),
  votes: Array.from({ length: drawn }, (_, at) => at / 20),
  tokens: 10,
  written: [20, 20, 20, 20, 20],
  read: [10, 30, 50, 90, 170],
  judges: { before: rates, after: rates },
});

test("a reading that costs as much as two samples is compared with the vote of two more", () => {
  const [two, , eight, sixteen] = equalVotes(many(20));
  expect([two!.attempts, two!.votes]).toEqual([2, 4]);
  expect([eight!.attemptTokens, eight!.writtenTokens, eight!.votes]).toEqual([80, 20, 10]);
  expect([eight!.aggregator.value, eight!.vote.value]).toEqual([1, 0.45]);
  expect(sixteen!.votes).toBe(18);
});

test("where fewer samples were drawn than the same tokens buy, there is nothing to compare with", () => {
  expect(equalVotes(many(17)).map(({ attempts }) => attempts)).toEqual([2, 4, 8]);
});
