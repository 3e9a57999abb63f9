import { expect, test } from "vitest";
import { textParts } from "./render-parts";

const thinking = (text: string) => ({ kind: "thinking", text });
const saying = (text: string) => ({ kind: "saying", text });
const step = (text: string) => ({ kind: "step", text });

test("thinking is kept apart from the answer", () => {
  expect(textParts("<think>\nhm\n</think>\n\nIt is 7.")).toEqual([
    thinking("\nhm\n"),
    saying("\n\nIt is 7."),
  ]);
});

test("thinking that is still being written is thinking", () => {
  expect(textParts("<think>\nhm")).toEqual([thinking("\nhm")]);
  expect(textParts("so <think>")).toEqual([saying("so ")]);
});

test("what stands before a lone closing tag was thought", () => {
  expect(textParts("hm\n</think>\nIt is 7.")).toEqual([thinking("hm\n"), saying("\nIt is 7.")]);
});

test("steps stand by themselves, closed or not", () => {
  expect(textParts("<chunk>a</chunk>\n<chunk>b</chunk>\nAnswer: 7")).toEqual([
    step("a"),
    step("b"),
    saying("\nAnswer: 7"),
  ]);
  expect(textParts("<chunk>a</chunk>\n<chunk>b")).toEqual([step("a"), step("b")]);
});

test("a text without tags is one part, an empty one none", () => {
  expect(textParts("It is 7.")).toEqual([saying("It is 7.")]);
  expect(textParts("")).toEqual([]);
});
