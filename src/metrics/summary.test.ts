import { expect, test } from "vitest";
import { summarize } from "./summary";

const score = (right: number, majority: number, parsed = 4) => ({ samples: 4, right, majority, parsed });

test("shares are taken over problems, ties counting as the draw they are", () => {
  const summary = summarize([score(4, 1), score(1, 0), score(0, 0, 2), score(2, 0.5)]);
  expect(summary.count).toBe(4);
  expect(summary.pass1.value).toBeCloseTo((1 + 0.25 + 0 + 0.5) / 4, 12);
  expect(summary.maj.value).toBeCloseTo(1.5 / 4, 12);
  expect(summary.pass.value).toBe(3 / 4);
  expect(summary.parsed.value).toBeCloseTo(3.5 / 4, 12);
});

test("a right minority is a problem the vote gets wrong for certain though a sample is right", () => {
  const shareOf = (scores: ReturnType<typeof score>[]) => summarize(scores).minorityRight.value;
  expect(shareOf([score(1, 0), score(0, 0)])).toBe(1 / 2);
  expect(shareOf([score(2, 0.5), score(3, 1)])).toBe(0);
});
