import { expect, test } from "vitest";
import { problemOutcome } from "../../tests/outcomes";
import { voteFates } from "./vote-fates";

test("a vote is right, tied, wrong though a sample is right, or without a right sample", () => {
  const problems = [
    problemOutcome(0, { right: 3, majority: 1 }),
    problemOutcome(1, { right: 1, majority: 0 }),
    problemOutcome(2, { right: 0, majority: 0 }),
    problemOutcome(3, { right: 2, majority: 0.5 }),
    problemOutcome(4, { right: 4, majority: 1 }),
  ];
  expect(voteFates(problems)).toEqual({ right: [0, 4], tied: [3], outvoted: [1], hopeless: [2] });
});
