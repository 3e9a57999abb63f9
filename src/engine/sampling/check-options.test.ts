import { expect, test } from "vitest";
import type { SamplingOptions } from "../../../workers/protocol";
import { checkSampling } from "./check-options";

const OPEN: SamplingOptions = { temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: 1, stop: [], seed: 1 };

test.each<[string, Partial<SamplingOptions>]>([
  ["temperature", { temperature: -1 }],
  ["temperature", { temperature: NaN }],
  ["temperature", { temperature: 1e-9 }],
  ["topK", { topK: 1.5 }],
  ["topK", { topK: -1 }],
  ["topP", { topP: 1.01 }],
  ["minP", { minP: -0.1 }],
  ["seed", { seed: 2 ** 32 }],
  ["repetitionPenalty", { repetitionPenalty: 0 }],
  ["bannedTokens", { bannedTokens: [1, 10] }],
  ["forcedTokens", { forcedTokens: [-1] }],
  ["bannedTokens", { bannedTokens: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] }],
  ["forcedTokens", { bannedTokens: [4], forcedTokens: [3, 4] }],
])("a wrong %s is refused by name", (name, change) => {
  const attempt = () => checkSampling({ ...OPEN, ...change }, 10);
  expect(attempt).toThrow(RangeError);
  expect(attempt).toThrow(name);
});

test("limits themselves are allowed, and what is absent is off", () => {
  const options = { ...OPEN, temperature: 0, topP: 0, minP: 1, seed: 2 ** 32 - 1, repetitionPenalty: 1.2 };
  checkSampling({ ...options, bannedTokens: [0, 0, 8], forcedTokens: [9, 9] }, 10);
  checkSampling(OPEN, 10);
});
