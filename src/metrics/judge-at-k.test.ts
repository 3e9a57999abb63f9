import { expect, test } from "vitest";
import { judgeAtK } from "./judge-at-k";
import type { JudgedPair } from "./judge-worth";

const pair = (sampled: Partial<JudgedPair["sampled"]>): JudgedPair => ({
  index: 0,
  forward: null,
  backward: null,
  scores: null,
  sampled: { forward: [], backward: [], better: [], worse: [], ...sampled },
});

test("a majority of k verdicts counts in each order, and a tie is no verdict", () => {
  const points = judgeAtK([
    pair({
      forward: ["worse", "better", "better", "better"],
      backward: ["better", "better", "better", null],
      better: [2, 10, 10, 10],
      worse: [5, 5, 5, 5],
    }),
  ]);
  expect(points.map(({ k, consistent, auc }) => [k, consistent.value, auc.value])).toEqual([
    [1, 0, 0],
    [2, 0, 1], // One against one.
    [4, 1, 1],
  ]);
});

test("a pair counts only as far as it was judged", () => {
  const short = pair({ forward: ["better"], backward: ["better"] });
  const long = pair({ forward: ["worse", "worse"], backward: ["worse", "worse"] });
  expect(judgeAtK([short, long]).map(({ k, count }) => [k, count])).toEqual([
    [1, 2],
    [2, 1],
  ]);
});
