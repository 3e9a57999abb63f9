import { expect, test } from "vitest";
import { wilson } from "../../../metrics/wilson";
import { sameOrBetter } from "./price-words";

test("one way is called better only where the intervals of the two do not meet", () => {
  const [poor, rich] = [wilson(120, 200), wilson(170, 200)];
  expect(sameOrBetter({ aggregator: rich, vote: poor })).toContain("Reading");
  expect(sameOrBetter({ aggregator: poor, vote: rich })).toContain("Voting");
  expect(sameOrBetter({ aggregator: wilson(125, 200), vote: poor })).toContain("cannot tell");
});
