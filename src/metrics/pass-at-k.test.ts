import { expect, test } from "vitest";
import { subsets } from "../../tests/subsets";
import { passAtK } from "./pass-at-k";

test("pass@k is the share of k-subsets that hold a right sample", () => {
  for (let n = 1; n <= 8; n++) {
    for (let c = 0; c <= n; c++) {
      for (let k = 1; k <= n; k++) {
        const all = subsets(n, k);
        const right = all.filter((subset) => subset.some((i) => i < c)).length;
        expect(passAtK(n, c, k)).toBeCloseTo(right / all.length, 12);
      }
    }
  }
});

test("by hand: two of five samples, one right, hold it two times in five", () => {
  expect(passAtK(5, 1, 2)).toBeCloseTo(2 / 5, 15);
  expect(passAtK(5, 2, 3)).toBeCloseTo(1 - 1 / 10, 15);
});

test("pass@1 is the share of right samples", () => expect(passAtK(16, 6, 1)).toBeCloseTo(6 / 16, 15));

test("large n neither overflows nor loses small chances", () => {
  expect(passAtK(10_000, 1, 1)).toBeCloseTo(1e-4, 12);
  expect(passAtK(10_000, 5_000, 5_000)).toBe(1);
  expect(passAtK(1_000, 100, 10)).toBeCloseTo(0.65307, 4); // 1 − C(900,10)/C(1000,10)
});

test.each([
  [4, 2, 5],
  [4, 2, 0],
  [4, 5, 1],
])("n=%i c=%i k=%i is refused", (n, c, k) => expect(() => passAtK(n, c, k)).toThrow(RangeError));
