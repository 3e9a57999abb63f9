import { describe, expect, test } from "vitest";
import { equivalent } from "../../answers/equivalence";
import { extractAnswer } from "../../answers/extract";
import { problems } from "../problems";
import type { Problem, Split } from "../task";
import { wordProblems } from "./index";
import { LEVELS, type Level } from "./levels";
import { type Program, programHash, run, signature } from "./program";

const COUNT = 100;
const EQUATION = /(\d+) ([-+*/]) (\d+) = (\d+)/;
const COMPUTE: Record<string, (a: number, b: number) => number> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
};

/** Level 1 has no novel split: its sequences are too short to be held back. */
const sets = LEVELS.flatMap((level) =>
  (["train", "test", "novel"] as const)
    .filter((split) => split !== "novel" || level.steps[1] >= 3)
    .map((split) => ({
      level,
      split,
      all: [...problems(wordProblems, { level: level.level, count: COUNT, seed: 5, split })],
    })),
);
const programOf = (problem: Problem) => problem.program as Program;

describe.each(sets)("level $level.level, $split", ({ level, split, all }) => {
  test("the same arguments give the same problem", () => {
    for (const { id } of all.slice(0, 20)) {
      const number = Number(id.split("/").at(-1));
      const again = wordProblems.problem(level.level, number, split);
      expect(again).toEqual(all.find((problem) => problem.id === id));
    }
  });

  test("every equation of a gold solution is right, and the last gives the answer", () => {
    for (const { solution, answer, program } of all) {
      const chunks = solution.split("\n").slice(0, -1);
      const results = chunks.map((chunk) => checked(chunk));
      expect(results).toEqual(run(program as Program));
      expect(String(results.at(-1))).toBe(answer);
    }
  });

  test("a gold solution is one chunk per step and a last line from which its answer is extracted", () => {
    for (const problem of all) {
      expect(problem.solution).toMatch(/^(<chunk>[^<>\n]+<\/chunk>\n)+Answer: \d+$/);
      expect(problem.solution.split("\n")).toHaveLength(programOf(problem).length + 1);
      const extracted = extractAnswer(problem.solution);
      expect(extracted?.form).toBe("pocket");
      expect(equivalent(extracted!.text, problem.answer)).toBe(true);
    }
  });

  test("steps and numbers stay within the level", () => {
    for (const problem of all) expectWithin(level, problem);
  });

  test("a problem is hashed and split by its program", () => {
    for (const problem of all) {
      expect(problem.hash).toBe(programHash(programOf(problem)));
      expect(problem).toMatchObject({ level: level.level, split, task: "word-problems" });
    }
  });

  test("every problem is recognised as one of the task", () => {
    expect(
      all.filter(({ question }) => !wordProblems.resembles(question)).map(({ question }) => question),
    ).toEqual([]);
  });
});

/** The result of a chunk's equation, once it is seen to be right. */
function checked(chunk: string): number {
  const [, left, operation, right, result] = EQUATION.exec(chunk)!;
  expect(COMPUTE[operation!]!(Number(left), Number(right)), chunk).toBe(Number(result));
  return Number(result);
}

function expectWithin({ steps, largest }: Level, { question, program }: Problem): void {
  const length = (program as Program).length;
  expect(length).toBeGreaterThanOrEqual(steps[0]);
  expect(length).toBeLessThanOrEqual(steps[1]);
  const stated = (question.match(/\d+/g) ?? []).map(Number);
  for (const number of run(program as Program)) {
    expect(number).toBeGreaterThanOrEqual(1);
    expect(number).toBeLessThanOrEqual(largest);
  }
  for (const number of stated) {
    expect(number, question).toBeGreaterThanOrEqual(1);
    expect(number, question).toBeLessThanOrEqual(Math.max(largest, 95)); // Facts that do not matter go to 95.
  }
}

const of = (...splits: Split[]) =>
  sets.filter(({ split }) => splits.includes(split)).flatMap(({ all }) => all);

test("no program is in two splits", () => {
  const hashes = (split: Split) => new Set(of(split).map(({ hash }) => hash));
  const [train, test, novel] = [hashes("train"), hashes("test"), hashes("novel")];
  expect([...test, ...novel].filter((hash) => train.has(hash))).toEqual([]);
  expect([...novel].filter((hash) => test.has(hash))).toEqual([]);
});

test("a novel problem's sequence of operations is in neither of the other splits", () => {
  const known = new Set(of("train", "test").map((problem) => signature(programOf(problem))));
  expect(of("novel").filter((problem) => known.has(signature(programOf(problem))))).toEqual([]);
});

test("a held-out set holds no program twice, and two seeds share no problem", () => {
  const ask = (seed: number) => [...problems(wordProblems, { level: 3, count: 300, seed, split: "test" })];
  const [one, other] = [ask(0), ask(1)];
  expect(new Set(one.map(({ hash }) => hash)).size).toBe(300);
  expect(one.filter(({ id }) => other.some((problem) => problem.id === id))).toEqual([]);
});

test("a level that does not exist is refused by name", () => {
  expect(() => wordProblems.problem(99, 0, "test")).toThrow(/unknown level: 99/);
});
