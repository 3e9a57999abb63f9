import { expect, test } from "vitest";
import { auc } from "./auc";

test("the area is the share of pairs in the right order, ties as half", () => {
  // scikit-learn's roc_auc_score([1, 1, 1, 0, 0], [3, 1, 2, 1, 0]) is 0.9166…
  expect(auc([3, 1, 2], [1, 0])).toBeCloseTo(5.5 / 6, 12);
  expect(auc([1], [0])).toBe(1);
  expect(auc([0], [1])).toBe(0);
  expect(auc([5, 5], [5])).toBe(0.5);
  expect(auc([], [1])).toBeNaN();
});
