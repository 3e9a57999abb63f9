import { expect, test } from "vitest";
import { outcomesOf, problemOutcome } from "../../tests/outcomes";
import { samplingCurves } from "./sampling-curves";
import { wilson } from "./wilson";

const OUTCOMES = outcomesOf([
  problemOutcome(0, { right: 1, passAt: [0.25, 0.5, 1], majorityAt: [0.25, 0.25, 0] }),
  problemOutcome(1, { right: 3, passAt: [0.75, 1, 1], majorityAt: [0.75, 0.75, 1] }),
  problemOutcome(2),
  problemOutcome(3, { right: 2, passAt: [0.5, 5 / 6, 1], majorityAt: [0.5, 0.5, 0.5] }),
]);

test("each k has the mean over problems of the mean over choices of k samples", () => {
  const curves = samplingCurves(OUTCOMES);
  expect(curves.map(({ k }) => k)).toEqual([1, 2, 4]);
  expect(curves.map(({ pass }) => pass.value)).toEqual([1.5 / 4, (1.5 + 5 / 6) / 4, 3 / 4]);
  expect(curves[2]!.majority).toEqual(wilson(1.5, 4));
});

test("behind a point stand the problems whose vote loses what some sample had, most lost first", () => {
  const curves = samplingCurves(OUTCOMES);
  expect(curves.map(({ failed }) => failed())).toEqual([[], [3, 0, 1], [0, 3]]);
});

test("a problem with fewer samples does not count where they are missing", () => {
  const short = problemOutcome(9, { samples: 2, right: 2, passAt: [1, 1, NaN], majorityAt: [1, 1, NaN] });
  const [, two, four] = samplingCurves(outcomesOf([...OUTCOMES.problems, short]));
  expect(two!.majority.value).toBe(2.5 / 5);
  expect(four!.majority.value).toBe(1.5 / 4);
  expect(samplingCurves(outcomesOf([short]))).toHaveLength(2);
});
