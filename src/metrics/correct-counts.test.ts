import { expect, test } from "vitest";
import { problemOutcome } from "../../tests/outcomes";
import { correctCounts } from "./correct-counts";

const rights = (rights: number[], samples: number) =>
  rights.map((right, problem) => problemOutcome(problem, { right, samples }));

test("a bar for each number of right samples, empty ones too", () => {
  expect(correctCounts(rights([0, 2, 2, 3], 3), 3)).toEqual([
    { from: 0, to: 0, problems: [0] },
    { from: 1, to: 1, problems: [] },
    { from: 2, to: 2, problems: [1, 2] },
    { from: 3, to: 3, problems: [3] },
  ]);
});

test("a problem with another number of samples does not belong", () => {
  const bars = correctCounts([...rights([1], 2), ...rights([1], 3)], 3);
  expect(bars.flatMap(({ problems }) => problems)).toHaveLength(1);
});

test("very many counts share bars, and none is lost at the end", () => {
  const bars = correctCounts(rights([0, 1, 100], 100), 100);
  expect(bars).toHaveLength(51);
  expect([bars[0], bars.at(-1)]).toEqual([
    { from: 0, to: 1, problems: [0, 1] },
    { from: 100, to: 100, problems: [2] },
  ]);
});
