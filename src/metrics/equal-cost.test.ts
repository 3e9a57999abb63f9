import { expect, test } from "vitest";
import { equalCostInWords, equalCosts } from "./equal-cost";
import type { Outcome, Outcomes } from "./outcomes";

const none: Outcome = { accuracy: NaN, tokens: NaN };
const base = { samples: 4, right: 2, leading: 2, majority: 1, passAt: [], majorityAt: [], sampleTokens: 40 };
const methods = [
  { id: "majority", label: "Majority vote" },
  { id: "aggregation", label: "Aggregator", reads: true },
];

/** Each sample costs 10 tokens; the aggregator read two of them for so many more. */
function outcomes(roleTokens: number): Outcomes {
  const paid = { tokens: 20 + roleTokens, roleTokens };
  const vote = [none, { accuracy: 0.5, tokens: 20 }, { accuracy: 1, tokens: 40 }];
  return {
    counts: [1, 2, 4],
    methods,
    problems: [
      { ...base, problem: 0, votes: [1, 0.5, 1, 1], methods: [vote, [none, { accuracy: 1, ...paid }, none]] },
      { ...base, problem: 1, votes: [0, 0, 0, 0.5], methods: [vote, [none, { accuracy: 1, ...paid }, none]] },
      { ...base, problem: 2, methods: [vote, [none, none, none]] },
    ],
  };
}

test("a method that pays for a reader stands beside the vote of as many samples as its tokens buy, on the same problems", () => {
  const [only, ...rest] = equalCosts(outcomes(12));
  expect(rest).toEqual([]);
  expect(only).toMatchObject({ id: "aggregation", samples: 2, tokens: 32, votes: 3, problems: 2 });
  expect([only!.accuracy.value, only!.vote!.value]).toEqual([1, 0.5]);
  expect(equalCostInWords(only!)).toBe(
    "Aggregator, 2 samples: 100.0 % for 32 tokens per problem. The vote of 3 samples costs the same: 50.0 %.",
  );
});

test("where its tokens buy more samples than were drawn, no vote is made up", () => {
  const [only] = equalCosts(outcomes(31));
  expect(only).toMatchObject({ votes: 5, vote: null });
  expect(equalCostInWords(only!)).toMatch(/would buy 5 samples, more than were drawn\.$/);
});
