import { expect, test } from "vitest";
import { drawn } from "../../../tests/drawn";
import { drawingMethods, Enough, mayStopEarly } from "./enough";
import { inWholeRounds, nextRound, ROUND } from "./rounds";

const alike = drawn(new Array<string>(16).fill("1"));
const torn = drawn(Array.from({ length: 16 }, (_, i) => `${i % 2}`));
const adaptive = drawingMethods(["adaptive"]);
const majority = drawingMethods(["majority", "adaptive"]);

test("only where every method may have enough early is a sweep drawn in rounds, and only where that can save anything", () => {
  expect(mayStopEarly(["first", "adaptive"], 16)).toBe(true);
  expect(mayStopEarly(["first", "majority"], 16)).toBe(false);
  expect(mayStopEarly(["adaptive", "score-best"], 16)).toBe(true); // Scores are only of recorded samples.
  expect(mayStopEarly(["adaptive"], ROUND)).toBe(false);
  expect(mayStopEarly([], 16)).toBe(false);
});

test("the adaptive vote has enough of four that agree, and the majority vote of nothing less than all", () => {
  const enough = new Enough(16);
  enough.look(0, alike.slice(0, 4));
  enough.look(1, torn.slice(0, 8));
  enough.look(2, torn);
  expect([0, 1, 2].map((problem) => enough.has(problem, adaptive))).toEqual([true, false, true]);
  expect([0, 1, 2].map((problem) => enough.has(problem, majority))).toEqual([false, false, true]);
  expect([enough.count(adaptive), enough.count(majority)]).toEqual([2, 1]);
});

test("a round that was interrupted is written again whole, and nothing is judged by a part of it", () => {
  const enough = new Enough(16);
  enough.look(0, alike.slice(0, 3));
  expect(enough.has(0, adaptive)).toBe(false);
  expect([0, 3, 4, 7, 14, 16].map((count) => inWholeRounds(count, 16))).toEqual([0, 0, 4, 4, 12, 16]);
  const problem = { id: "p", question: "a", answer: "", seed: 5 };
  expect(nextRound(problem, 6, 16)).toMatchObject({ seed: 5, samples: [4, 5, 6, 7] });
  expect(nextRound(problem, 4, 6).samples).toEqual([4, 5]);
});
