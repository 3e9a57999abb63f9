import { expect, test } from "vitest";
import { drawn } from "../../../../tests/drawn";
import { scriptedLab } from "../../../../tests/scripted-roles";
import { drawnPool } from "../method";
import { aggregation } from "./aggregation";
import { attemptText } from "./attempt-text";
import { choiceOf } from "./choice";
import { iteratedAggregation } from "./iterated-aggregation";
import { selfSelection } from "./self-selection";

const attempts = drawn(["1", "2", "2"], { expected: "1" });
const accuracy = (selection: Awaited<ReturnType<typeof aggregation.run>>) => selection!.expectedAccuracy;

test("the aggregator reads the question, every attempt once, and the question again, and its answer counts", async () => {
  const { lab, asked } = scriptedLab(() => "Answer: 1", { question: "How many?" });
  const selection = await aggregation.run(drawnPool(attempts), 3, lab);
  const { prompt, temperature } = asked[0]!;
  expect(asked).toHaveLength(1);
  expect(temperature).toBe(0);
  expect(prompt.split("\n").filter((line) => line === "How many?")).toHaveLength(2);
  expect(prompt.match(/^#\d$/gm)).toEqual(["#1", "#2", "#3"]);
  expect(accuracy(selection)).toEqual({ right: 1, of: 1 });
  expect(selection!.chosen[0]!.candidates).toHaveLength(2); // The attempt that gives this answer too, and what was written.
});

test("it is paid for besides the attempts", async () => {
  const { lab } = scriptedLab(() => "Answer: 7");
  const selection = await aggregation.run(drawnPool(attempts), 3, lab);
  expect(selection!.tokens).toBe(40);
  expect(selection!.readings!.map(({ role, of }) => [role, of])).toEqual([["aggregator", "3 attempts"]]);
  expect(accuracy(selection)).toEqual({ right: 0, of: 1 });
});

test("an aggregator that gives no answer is wrong, not absent", async () => {
  const { lab } = scriptedLab(() => "I do not know.");
  const selection = await aggregation.run(drawnPool(attempts), 3, lab);
  expect(selection!.chosen).toEqual([]);
  expect(accuracy(selection)).toEqual({ right: 0, of: 1 });
});

test("one attempt is not read by anybody", async () => {
  const { lab, asked } = scriptedLab(() => "Answer: 1");
  const selection = await aggregation.run(drawnPool(attempts), 1, lab);
  expect(asked).toHaveLength(0);
  expect(selection!.tokens).toBe(10);
});

test("a model that was not trained for it is told what to do", async () => {
  const { lab, asked } = scriptedLab(() => "\\boxed{1}", { trained: false });
  expect(accuracy(await aggregation.run(drawnPool(attempts), 3, lab))).toEqual({ right: 1, of: 1 });
  expect(asked[0]!.prompt).toContain("Any, all or none of these attempts may be right");
});

test("thinking and the marks of steps are not shown to others", () => {
  expect(attemptText("<think>so</think>\n<chunk>a: 1 + 1 = 2</chunk>\nAnswer: 2")).toBe(
    "a: 1 + 1 = 2\nAnswer: 2",
  );
});

test("twice means four solutions from four orders, then one from these", async () => {
  const { lab, asked } = scriptedLab(({ temperature }) => (temperature ? "Answer: 1" : "Answer: 1"));
  const selection = await iteratedAggregation.run(drawnPool(attempts), 3, lab);
  expect(asked.map(({ temperature }) => temperature).filter((one) => one === 0)).toHaveLength(1);
  expect(asked.at(-1)!.prompt.match(/Answer: 1/g)).toHaveLength(4);
  expect(selection!.readings).toHaveLength(5);
  expect(accuracy(selection)).toEqual({ right: 1, of: 1 });
});

test("the attempt that is named is chosen, and a number nobody has chooses nothing", async () => {
  const named = (text: string) => scriptedLab(() => text).lab;
  const places = await Promise.all(
    [1, 2, 3].map((n) => selfSelection.run(drawnPool(attempts), 3, named(`#${n}`))),
  );
  expect(places.filter((one) => accuracy(one)!.right === 1)).toHaveLength(1);
  expect((await selfSelection.run(drawnPool(attempts), 3, named("#4")))!.chosen).toEqual([]);
});

test("of several numbers the last that is an attempt's counts", () => {
  const choice = (text: string) => choiceOf({ text } as never, 4);
  expect(choice("Attempt 2 errs. Attempt 3.")).toBe(2);
  expect(choice("#1 #9")).toBe(0);
  expect(choice("none")).toBe(-1);
});
