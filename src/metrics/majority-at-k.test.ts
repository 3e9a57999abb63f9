import { describe, expect, test } from "vitest";
import { subsets } from "../../tests/subsets";
import type { Votes } from "./ballot";
import { majorityAtK } from "./majority-at-k";

/** Lists every subset, lets it vote, and averages: what the formula claims to equal. */
function byListing(answers: readonly Votes[], unanswered: number, k: number): number {
  const ballots = [
    ...answers.flatMap(({ count }, i) => new Array<number>(count).fill(i)),
    ...new Array<number>(unanswered).fill(-1),
  ];
  const accuracies = subsets(ballots.length, k).map((subset) => {
    const counts = answers.map((_, i) => subset.filter((ballot) => ballots[ballot] === i).length);
    const most = Math.max(...counts, 1);
    const winners = answers.filter((_, i) => counts[i] === most);
    return winners.length === 0 ? 0 : winners.reduce((sum, { credit }) => sum + credit, 0) / winners.length;
  });
  return accuracies.reduce((sum, accuracy) => sum + accuracy, 0) / accuracies.length;
}

describe.each([
  { counts: [5, 3, 1, 1], right: 0, unanswered: 0 },
  { counts: [4, 3, 3], right: 1, unanswered: 1 },
  { counts: [2, 2, 2, 2], right: 2, unanswered: 2 },
  { counts: [1, 1, 1, 1, 1, 1], right: 5, unanswered: 3 },
  { counts: [6, 4], right: 1, unanswered: 0 },
  { counts: [3, 2], right: -1, unanswered: 4 },
  { counts: [], right: -1, unanswered: 5 },
])("with $counts votes, answer $right right and $unanswered unanswered", ({ counts, right, unanswered }) => {
  const answers = counts.map((count, i) => ({ count, credit: Number(i === right) }));
  const n = counts.reduce((sum, count) => sum + count, unanswered);

  test.each(Array.from({ length: n }, (_, i) => i + 1))("maj@%i equals the vote over every subset", (k) => {
    expect(majorityAtK(answers, unanswered, k)).toBeCloseTo(byListing(answers, unanswered, k), 12);
  });
});

test("maj@1 is pass@1, and maj@n the vote itself", () => {
  const answers = [
    { count: 7, credit: 0 },
    { count: 7, credit: 1 },
    { count: 1, credit: 0 },
  ];
  expect(majorityAtK(answers, 1, 1)).toBeCloseTo(7 / 16, 15);
  expect(majorityAtK(answers, 1, 16)).toBe(1 / 2);
});

// There are 10¹⁸ ways to choose them: a count that went through them would not end before the test is given up.
test("64 samples with as many answers as there can be are counted out", () => {
  const answers = Array.from({ length: 20 }, (_, i) => ({ count: 3, credit: Number(i === 0) }));
  expect(majorityAtK(answers, 4, 32)).toBeCloseTo(0.05, 1);
});

test("more votes than samples are refused", () => expect(() => majorityAtK([], 3, 4)).toThrow(RangeError));
