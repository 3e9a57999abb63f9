import { expect, test } from "vitest";
import { drawn } from "../../../tests/drawn";
import { aggregatorPrompt, judgePrompt, pairOf, preferredIn } from "./crowd-wrong";
import { SHOWS } from "./shows";

const candidates = (answers: string) => drawn([...answers], { expected: "1" });
const shown = (answers: string) =>
  (["kept", "outvoted"] as const).filter((id) => SHOWS[id](candidates(answers)));

test("a pair is a right attempt and one of those that most agree on being wrong", () => {
  const pair = pairOf(candidates("322221"))!;
  expect([pair.right.answer?.text, pair.wrong.answer?.text]).toEqual(["1", "2"]);
  expect(pairOf(candidates("2223"))).toBeNull();
  expect(pairOf(candidates("1111"))).toBeNull();
});

test("a verdict names a place; what it prefers is what stood there", () => {
  const pair = pairOf(candidates("21"))!;
  expect(judgePrompt("How many?", pair, "wrongFirst")).toBe(
    "How many?\nA\nAnswer: 2\nB\nAnswer: 1\nHow many?",
  );
  expect(preferredIn("Verdict: A", "wrongFirst")).toBe("wrong");
  expect(preferredIn("Verdict: A", "rightFirst")).toBe("right");
  expect(preferredIn("Hm.", "rightFirst")).toBeNull();
});

test("the aggregator is shown so many of the first attempts, or the question alone", () => {
  const prompt = aggregatorPrompt("How many?", candidates("2233"), 2);
  expect(prompt).toBe("How many?\n#1\nAnswer: 2\n#2\nAnswer: 2\nHow many?");
  expect(aggregatorPrompt("How many?", candidates("2233"), 0)).toBe("How many?\nHow many?");
});

test("a right vote is worth showing where many differ, a wrong one where some are right and clearly outvoted", () => {
  expect(shown("1111111123452345")).toEqual(["kept"]);
  expect(shown("1111111111111123")).toEqual([]);
  expect(shown("2222222211345345")).toEqual(["outvoted"]);
  expect(shown("2222222213453453")).toEqual([]); // One right one could be chance.
  expect(shown("2222111133445566")).toEqual([]); // A tie.
  expect(shown("2222211134345345")).toEqual([]); // No crowd.
});
