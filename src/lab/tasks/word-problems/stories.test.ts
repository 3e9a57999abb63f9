import { describe, expect, test } from "vitest";
import { problems } from "../problems";
import { wordProblems } from "./index";
import type { Program } from "./program";
import { STORIES } from "./stories";
import type { Story } from "./stories/story";

const phrasings = (story: Story): string[] =>
  Object.entries(story)
    .filter(([name]) => name !== "casts" && name !== "kind" && name !== "family")
    .flatMap(([, phrases]) => phrases as readonly (string | { text: string })[])
    .map((phrase) => (typeof phrase === "string" ? phrase : phrase.text));

const asked = (level: number, count: number) => [
  ...problems(wordProblems, { level, count, seed: 9, split: "train" }),
];

test("there are at least six kinds of story, each its own, and thirty phrasings", () => {
  expect(new Set(STORIES.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(6);
  expect(new Set(STORIES.flatMap(phrasings)).size).toBeGreaterThanOrEqual(30);
});

test("every kind of story is told", () => {
  const questions = asked(3, 400)
    .map(({ question }) => question)
    .join("\n");
  const telltales = {
    collections: "has",
    prices: "costs",
    travellers: "passengers",
    harvest: "picks",
    savings: "bank",
    practice: "swims",
    building: "bricks",
  };
  expect(Object.keys(telltales).sort()).toEqual(STORIES.map(({ kind }) => kind).sort());
  for (const word of Object.values(telltales)) expect(questions).toContain(word);
});

test("no slot is left unfilled, and sentences begin with a capital or a number", () => {
  for (const { question } of asked(6, 400)) {
    expect(question).not.toMatch(/[{}]|undefined/);
    for (const sentence of question.split(/(?<=[.?]) /)) expect(sentence).toMatch(/^[A-Z\d].*[.?]$/);
  }
});

test("some problems of the middle levels state a number that no step uses", () => {
  const withDistractor = asked(5, 200).filter(({ question, program }) => {
    const steps = program as Program;
    const used = new Set(
      steps.flatMap(({ left, right }) => [left, right]).filter((operand) => typeof operand === "number"),
    );
    return (question.match(/\d+/g) ?? []).some((number) => !used.has(Number(number)));
  });
  expect(withDistractor.length).toBeGreaterThan(40);
  expect(withDistractor.length).toBeLessThan(160);
});

test("some questions ask how many more, and the higher levels convert units", () => {
  expect(asked(3, 200).some(({ question }) => /How many more .* than/.test(question))).toBe(true);
  expect(asked(6, 200).some(({ solution }) => /hours: \d+ \* 60 = /.test(solution))).toBe(true);
  expect(asked(3, 200).some(({ solution }) => /hours: /.test(solution))).toBe(false);
});

describe("a question of another kind is not taken for one of these", () => {
  test.each([
    "What is the capital of France?",
    "Write a poem about 3 cats in the snow, please.",
    "Prove that there are infinitely many primes of the form 4k + 3.",
    "How many?",
    "",
  ])("%j", (question) => expect(wordProblems.resembles(question)).toBe(false));
});
