import { describe, expect, test } from "vitest";
import { drawn } from "../../../tests/drawn";
import { Pools } from "./pools";
import { portionsLeft } from "./portions";
import { sampleOf } from "./sample-of";
import { generatedProblems, importedProblems } from "./sweep-problem";

const candidates = drawn(["1", "2", "1", "1"], { expected: "1" });

describe("pools", () => {
  test("know what is there, count each sample once, and are whole when all are there", () => {
    const pools = new Pools(2, 3);
    for (const at of [2, 0, 2]) pools.add(1, candidates[at]!);
    expect([pools.has(0, 0), pools.has(1, 0), pools.has(1, 1), pools.count]).toEqual([false, true, false, 2]);
    expect(pools.whole(1)).toBeNull();
    pools.add(1, candidates[1]!);
    expect(pools.whole(1)).toEqual(candidates.slice(0, 3));
  });

  test("give a method its samples in their order, however they came, as soon as the last of them is there", async () => {
    const pools = new Pools(1, 4);
    const taken = pools.pool(0).take(2);
    pools.add(0, candidates[1]!);
    pools.add(0, candidates[3]!);
    expect(await Promise.race([taken, Promise.resolve("waiting")])).toBe("waiting");
    pools.add(0, candidates[0]!);
    expect(await taken).toEqual(candidates.slice(0, 2));
    expect(await pools.pool(0).take(1)).toEqual(candidates.slice(0, 1));
  });

  test("give all there will be to who asks for more", async () => {
    const pools = new Pools(1, 1);
    pools.add(0, candidates[0]!);
    expect(await pools.pool(0).take(9)).toHaveLength(1);
  });

  test("refuse what nobody asked for, by number", () => {
    expect(() => new Pools(1, 2).add(0, candidates[3]!)).toThrow(/sample 3 of problem 0/);
    expect(() => new Pools(1, 2).add(1, candidates[0]!)).toThrow(/problem 1/);
  });
});

test("problems of a level are the same for the same seed, and have seeds of their own", async () => {
  const set = { task: "word-problems", level: 3, count: 5, seed: 2 };
  const problems = await generatedProblems(set);
  expect(await generatedProblems(set)).toEqual(problems);
  expect(new Set(problems.map(({ seed }) => seed)).size).toBe(5);
  await expect(generatedProblems({ ...set, task: "chess" })).rejects.toThrow(
    /no task "chess"; there are word-problems/,
  );
});

test("where a level has fewer problems, all there are, with others let in between the many tries", async () => {
  let breaths = 0;
  const breathe = () => {
    breaths++;
    return undefined;
  };
  const set = { task: "word-problems", level: 1, count: 500, seed: 0 };
  const found = await generatedProblems(set, breathe);
  expect(found.length).toBeGreaterThan(100);
  expect(found.length).toBeLessThan(500);
  expect(breaths).toBeGreaterThan(1000);
});

test("imported problems draw other samples under another seed, and twins do not draw alike", () => {
  const items = [{ question: "1+1?", answer: "2" }, { question: "1+1?", answer: "2" }]; // prettier-ignore
  const seeds = [...importedProblems(items, 0), ...importedProblems(items, 1)].map(({ seed }) => seed);
  expect(new Set(seeds).size).toBe(4);
});

test("what is left to write are whole portions, the same however far it got, each under its problems' own seeds", () => {
  const problems = importedProblems(["a", "b", "c"].map((question) => ({ question, answer: "" })), 0); // prettier-ignore
  const left = (...whole: number[]) =>
    portionsLeft(problems, 8, (problem) => whole.includes(problem)).map(({ problems }) => problems);
  expect([left(), left(0), left(0, 1), left(0, 1, 2)]).toEqual([[[0, 1], [2]], [[0, 1], [2]], [[2]], []]);
  expect(portionsLeft(problems, 8, () => false)[0]!.prompts[1]).toEqual({
    messages: [{ role: "user", content: "b" }],
    seed: problems[1]!.seed,
    samples: [0, 1, 2, 3, 4, 5, 6, 7],
  });
  expect(portionsLeft(problems, 64, () => false)).toHaveLength(3);
});

test("a sample that came whole is as one that came token by token", () => {
  const token = (text: string) => ({ sample: 3, id: 1, text, logprob: -0.5 });
  const tokens = ["<chunk>1</chunk>", "Answer: 5", ""].map(token);
  expect(sampleOf({ prompt: 0, sample: 3, tokens, finish: "stop" })).toEqual({
    sample: 3,
    text: "<chunk>1</chunk>Answer: 5",
    tokens: 3,
    logprob: -1.5,
    chunkEnds: [1],
    finish: "stop",
  });
});
