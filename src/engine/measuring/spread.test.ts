import { expect, test } from "vitest";
import { spreadOf } from "./spread";

test("long times: median and quartiles of them as they are", () => {
  expect(spreadOf([50, 10, 30, 20, 40])).toEqual({ ms: 30, lowMs: 20, highMs: 40, tries: 5 });
  expect(spreadOf([7])).toEqual({ ms: 7, lowMs: 7, highMs: 7, tries: 1 });
});

test("times shorter than the clock's tick are averaged before", () => {
  const times = Array.from({ length: 400 }, (_, at) => (at % 4 === 0 ? 0.1 : 0)); // 0.025 ms each
  const { ms, lowMs, highMs, tries } = spreadOf(times);
  expect(tries).toBe(400);
  for (const each of [ms, lowMs, highMs]) expect(each).toBeCloseTo(0.025, 3);
});

test("a clock that stood still gives 0, once", () => {
  expect(spreadOf([0, 0, 0])).toEqual({ ms: 0, lowMs: 0, highMs: 0, tries: 3 });
});
