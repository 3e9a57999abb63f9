import { expect, test } from "vitest";
import { SHIPPED } from "../../app/models/shipped";
import { scoreTables } from "./score-tables";

const values = (scores: Record<string, unknown>) =>
  Object.fromEntries(scoreTables(scores)[0]!.rows.map(({ key, value }) => [key, value]));

test("a policy's reports are a table for each setting, each score with its interval", () => {
  const tables = scoreTables(SHIPPED[0]!.scores);
  expect(tables.map(({ of }) => of)).toEqual([
    "500 held-out problems, level 3, 16 attempts each, temperature 1",
    "500 held-out problems, level 3, 16 attempts each, temperature 0.8",
  ]);
  expect(tables[0]!.rows[0]).toEqual({
    key: "pass1",
    label: "One attempt right (pass@1)",
    value: "54.2 % [51.2, 57.3]",
  });
});

test("a role's shares of all its problems get the interval that their count gives, others get none", () => {
  const told = values({ count: 500, maj: 0.7, agg: 0.74, minorityRecovered: 0.25, auc: 0.8123 });
  expect(told).toEqual({
    maj: "70.0 % [65.8, 73.9]",
    agg: "74.0 % [70.0, 77.7]",
    minorityRecovered: "25.0 %",
    auc: "0.812",
  });
});

test("a difference is in points, with the ends that stand beside it", () => {
  expect(values({ count: 9, diff: 0.031, diffLow: -0.004, diffHigh: 0.058 })).toEqual({
    diff: "+3.1 points [−0.4, 5.8]",
  });
});

test("a number without a label of its own is shown in words, and what is no number is left out", () => {
  const scores = { reward: 12.345, meanTokensOfAll: 50, seed: 3, command: "npm run eval", curve: { 1: {} } };
  expect(scoreTables(scores)[0]!.rows).toEqual([
    { key: "reward", label: "reward", value: "12.3" },
    { key: "meanTokensOfAll", label: "mean tokens of all", value: "50" },
  ]);
});

test("a card without scores has no table", () => {
  expect(scoreTables({})).toEqual([]);
  expect(scoreTables(undefined)).toEqual([]);
});
