import { expect, test } from "vitest";
import { bothOrders } from "./both-orders";
import { scoreCounts } from "./score-counts";

const sampled = { forward: [], backward: [], better: [], worse: [] };

test("pairs are told apart by where the judge was right, and no verdict is not right", () => {
  const judged = (
    [
      ["better", "better"],
      ["better", "worse"],
      [null, "better"],
      ["worse", null],
    ] as const
  ).map(([forward, backward], index) => ({ index, forward, backward, scores: null, sampled }));
  expect(bothOrders(judged)).toEqual({ both: [0], first: [1], second: [2], neither: [3] });
});

test("scores beyond ten are counted in as many steps as those up to ten", () => {
  const pair = { index: 3, forward: null, backward: null, sampled };
  expect(scoreCounts([{ ...pair, scores: [7.4, null] }])[7]).toEqual({ score: 7, right: [3], wrong: [] });
  const wide = scoreCounts([{ ...pair, scores: [90, -10] }]);
  expect(wide).toHaveLength(11);
  expect([wide[0], wide[10]]).toEqual([
    { score: -10, right: [], wrong: [3] },
    { score: 90, right: [3], wrong: [] },
  ]);
});
