import { expect, test } from "vitest";
import { problemOutcome } from "../../tests/outcomes";
import { voteSureness } from "./vote-sureness";
import { wilson } from "./wilson";

const vote = (problem: number, leading: number, majority: number, samples = 4) =>
  problemOutcome(problem, { leading, majority, samples });

test("votes with majorities of one size are one bin, with Wilson's interval on the share of right ones", () => {
  const bins = voteSureness([vote(0, 4, 1), vote(1, 2, 0.5), vote(2, 2, 1), vote(3, 2, 0)]);
  expect(bins).toEqual([
    { share: 0.5, accuracy: wilson(1.5, 3), problems: [3, 1, 2] },
    { share: 1, accuracy: wilson(1, 1), problems: [0] },
  ]);
});

test("a problem without an answer had no vote", () => {
  expect(voteSureness([vote(0, 0, 0)])).toEqual([]);
});

test("of many samples, or of unequally many, sizes are taken by tenths, the upper end included", () => {
  const bins = voteSureness([vote(0, 31, 1, 100), vote(1, 40, 0, 100), vote(2, 41, 1, 100)]);
  expect(bins.map(({ share, problems }) => [share, problems])).toEqual([
    [0.355, [1, 0]],
    [0.41, [2]],
  ]);
  expect(voteSureness([vote(0, 2, 1, 4), vote(1, 5, 1, 10)])).toHaveLength(1);
});
