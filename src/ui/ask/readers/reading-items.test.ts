import { expect, test } from "vitest";
import type { Reading } from "../../../lab/lab";
import { readingItems } from "./reading-items";

const reading = (role: Reading["role"], of: string, text: string): Reading => ({
  ...{ role, of, prompt: "?" },
  sample: { sample: 0, text, tokens: 3, logprob: 0, chunkEnds: [], finish: "stop" },
});
const said = (readings: Reading[], numbers: number[] = [1, 2]) =>
  readingItems(readings, numbers).map(({ title, came }) => `${title}: ${came}`);

test("a score is named by the number of its sample on the page, also where others before it were cut", () => {
  const readings = [reading("judge", "#2", "<think>…</think>\nScore: 7"), reading("judge", "#1", "Hm.")];
  expect(said(readings, [1, 4])).toEqual(["Sample 4: scores 7", "Sample 1: no score"]);
});

test("a verdict says which answer it prefers, in either order", () => {
  expect(
    said([
      reading("judge", "12 against 15", "Verdict: A"),
      reading("judge", "15 against 12", "Verdict: B"),
      reading("judge", "15 against 12", "I do not know."),
    ]),
  ).toEqual(["12 against 15: prefers 12", "15 against 12: prefers 12", "15 against 12: no verdict"]);
});

test("an aggregator answers, or picks an attempt", () => {
  expect(
    said([reading("aggregator", "8 attempts", "Answer: 5"), reading("aggregator", "8 attempts", "#3")]),
  ).toEqual(["8 attempts: answers 5", "8 attempts: picks #3"]);
});
