import { expect, test } from "vitest";
import { standInWords, tooSlow } from "./stand-in";

test("a curve that would take over a minute is too slow, and is told in seconds", () => {
  expect(tooSlow({ ms: 3000, tokens: 3000, expected: 13_000 })).toBeNull();
  expect(tooSlow({ ms: 3000, tokens: 300, expected: 13_000 })).toBe(130);
  expect(standInWords({ why: "writing", seconds: 130 })).toContain("about 2 minutes");
});

test("the first two seconds say nothing of how fast a machine is", () => {
  expect(tooSlow({ ms: 1900, tokens: 1, expected: 13_000 })).toBeNull();
  expect(tooSlow({ ms: 2100, tokens: 0, expected: 13_000 })).toBeGreaterThan(60);
});

test("a model that cannot be used is told with its own reason", () => {
  expect(standInWords({ why: "failed", reason: "model.onnx is missing." })).toContain("model.onnx");
});
