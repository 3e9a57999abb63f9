import { expect, test } from "vitest";
import { outcomesOf, problemOutcome } from "../../tests/outcomes";
import { seededRandom } from "../lab/random";
import { pairedDifference } from "./paired-difference";

const tried = (scores: readonly (readonly [number, number])[]) =>
  outcomesOf(
    scores.map((pair, problem) =>
      problemOutcome(problem, {
        methods: pair.map((accuracy) =>
          [1, 2, 4].map((k) => ({ accuracy: k === 4 ? accuracy : 0, tokens: 1 })),
        ),
      }),
    ),
    ["vote", "first"],
  );
const compare = (scores: readonly (readonly [number, number])[], samples = 4) =>
  pairedDifference(tried(scores), samples, ["vote", "first"], seededRandom(1));

const SCORES = [[1, 0], [1, 0], [1, 0], [1, 0], [1, 0], [0, 1], [1, 1], [0, 0], [0.5, 0], [NaN, 1]] as const; // prettier-ignore

test("the difference is the mean over problems that both were tried on; ties count by half", () => {
  const paired = compare(SCORES)!;
  expect(paired.count).toBe(9);
  expect(paired.difference.value).toBeCloseTo(4.5 / 9, 12);
  expect(paired.difference.low).toBeLessThan(0.2);
  expect(paired.difference.high).toBeGreaterThan(0.7);
});

test("problems that just one method gets right are named, and tested by McNemar's exact test", () => {
  const paired = compare(SCORES)!;
  expect([paired.onlyA, paired.onlyB]).toEqual([[0, 1, 2, 3, 4], [5]]);
  expect(paired.discordant).toEqual({ onlyA: 5, onlyB: 1, undecided: 1 });
  expect(paired.p).toBeCloseTo((2 * (1 + 6)) / 64, 12); // Of 6 tosses at most one.
});

test("methods are compared with the number of samples asked for, and not at all without", () => {
  expect(compare(SCORES, 2)!.difference.value).toBe(0);
  expect(compare(SCORES, 3)).toBeNull();
  expect(compare([[NaN, 1]])).toBeNull();
});
