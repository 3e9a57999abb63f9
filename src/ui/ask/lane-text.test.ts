import { expect, test } from "vitest";
import { steps, visibleLines } from "./lane-text";

const sample = (text: string, tokens: number, chunkEnds: number[]) => ({
  sample: 0,
  text,
  tokens,
  chunkEnds,
  logprob: 0,
});

test("a lane has a piece for each step, with its arithmetic above it, and one for the answer", () => {
  const text = "<chunk>Ana: 4 + 3 = 7</chunk>\n<chunk>all: 7 * 2 = 14</chunk>\nAnswer: 14";
  expect(steps(sample(text, 30, [12, 25]))).toEqual([
    { tokens: 12, text: "4 + 3 = 7" },
    { tokens: 13, text: "7 × 2 = 14" },
    { tokens: 5, text: "" },
  ]);
});

test("a step still being written shows what there is of it", () => {
  expect(steps(sample("<chunk>Ana: 4 + 3 = 7</chunk>\n<chunk>all: 7 -", 20, [12]))).toEqual([
    { tokens: 12, text: "4 + 3 = 7" },
    { tokens: 8, text: "7 −" },
  ]);
});

test("a text without steps is one piece that shows its newest words", () => {
  const [piece, ...more] = steps(sample(`${"so ".repeat(100)}it is 7`, 203, []));
  expect(more).toEqual([]);
  expect(piece!.tokens).toBe(203);
  expect(piece!.text).toMatch(/it is 7$/);
  expect(piece!.text.length).toBeLessThanOrEqual(120);
});

test("the tags that mark steps are not shown", () => {
  expect(visibleLines("<chunk>a</chunk>\n\nb")).toEqual(["a", "b"]);
});
