import { describe, expect, test } from "vitest";
import { subsets } from "../../tests/subsets";
import { seededRandom } from "../lab/random";
import type { Ballot } from "./ballot";
import { majorityEstimate } from "./majority-estimate";
import { weightedMajorityAtK } from "./weighted-majority-at-k";

const random = () => seededRandom("test");
const ballots = (votes: string, weights: number[] = []): Ballot[] =>
  [...votes].map((answer, i) => ({
    answer: answer === "-" ? null : answer,
    correct: answer === "a",
    weight: weights[i] ?? 1,
  }));

function byListing(all: readonly Ballot[], k: number): number {
  const values = subsets(all.length, k).map((subset) => {
    const sums: Record<string, number> = {};
    for (const { answer, weight } of subset.map((i) => all[i]!))
      if (answer) sums[answer] = (sums[answer] ?? 0) + weight;
    const most = Math.max(...Object.values(sums));
    const tied = Object.keys(sums).filter((answer) => Math.abs(sums[answer]! - most) < 1e-9);
    return tied.length === 0 ? 0 : Number(tied.includes("a")) / tied.length;
  });
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe.each([
  ["aabbc-", [0.2, 0.9, 0.7, 0.1, 1.3, 5]],
  ["aaabbbc", [0.1, 0.2, 0.3, 0.3, 0.2, 0.1, 0.6]],
  ["abcdef", [1, 1, 1, 1, 1, 1]],
  ["ab", [0, 0]],
  ["---", [1, 2, 3]],
])("%s weighing %j", (votes, weights) => {
  const all = ballots(votes, weights);
  test.each(all.map((_, i) => i + 1))("at k = %i equals the vote over every subset, exactly", (k) => {
    const { value, standardError } = weightedMajorityAtK(all, k, random());
    expect(value).toBeCloseTo(byListing(all, k), 12);
    expect(standardError).toBe(0);
  });
});

test("by hand: one sample that weighs as much as two others shares the credit with them", () => {
  expect(weightedMajorityAtK(ballots("abb", [2, 1, 1]), 3, random()).value).toBe(1 / 2);
  expect(weightedMajorityAtK(ballots("abb", [2.1, 1, 1]), 3, random()).value).toBe(1);
  expect(weightedMajorityAtK(ballots("abb", [2, 1, 1]), 2, random()).value).toBeCloseTo(2 / 3, 15); // ab, ab, bb
});

test("where labels of equal answers disagree, the answer earns the share that is right", () => {
  const labelled = ballots("bbb").map((ballot, i) => ({ ...ballot, correct: i === 0 }));
  expect(weightedMajorityAtK(labelled, 3, random()).value).toBeCloseTo(1 / 3, 15);
  expect(majorityEstimate(labelled, 2, random()).value).toBeCloseTo(1 / 3, 15);
});

test("too many subsets to list are drawn, from the seed alone, and the standard error says how far off they may be", () => {
  const all = ballots("aaaaaaaaaabbbbbbbbccccccc-"); // 26 samples: 5.3 million subsets of 10
  const exact = majorityEstimate(all, 10, random());
  const drawn = weightedMajorityAtK(all, 10, random());
  expect(exact.standardError).toBe(0);
  expect(drawn.standardError).toBeGreaterThan(0);
  expect(drawn.standardError).toBeLessThan(0.0112);
  expect(Math.abs(drawn.value - exact.value)).toBeLessThan(3.5 * drawn.standardError);
  expect(weightedMajorityAtK(all, 10, random())).toEqual(drawn);
});

test("a plain vote of a thousand samples is drawn where counting would take too long, and exact where k is small or all", () => {
  const all = ballots("abc".repeat(400) + "a");
  expect(majorityEstimate(all, 600, random()).standardError).toBeGreaterThan(0);
  expect(majorityEstimate(all, 2, random()).standardError).toBe(0);
  expect(majorityEstimate(all, 1201, random())).toEqual({ value: 1, standardError: 0 });
});

test("more votes than samples are refused", () =>
  expect(() => weightedMajorityAtK(ballots("ab"), 3, random())).toThrow(/a vote of 3 needs at least 3/));
