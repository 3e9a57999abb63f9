import { expect, test } from "vitest";
import { wordProblems } from "../../lab/tasks/word-problems";
import { readEvalOptions } from "./options";

test("without arguments, 500 held-out problems of the default level at temperature 1 and top-p 1", () => {
  expect(readEvalOptions([])).toEqual({
    model: "pocket-policy",
    task: wordProblems,
    level: wordProblems.defaultLevel,
    split: "test",
    seed: 0,
    count: 500,
    n: 16,
    temperature: 1,
    topP: 1,
    jobs: 1,
  });
});

test("every option is read", () => {
  const args =
    "--count 20 --n 4 --seed 3 --level 5 --split novel --temperature 0.7 --top-p 0.9 --graph onnx/model_q4.onnx --json a.json --jobs 2";
  expect(readEvalOptions(args.split(" "))).toMatchObject({
    count: 20,
    n: 4,
    seed: 3,
    level: 5,
    split: "novel",
    temperature: 0.7,
    topP: 0.9,
    graph: "onnx/model_q4.onnx",
    json: "a.json",
    jobs: 2,
  });
});

test("methods that have another model read the samples are compared beside the others, each once", () => {
  const { methods } = readEvalOptions(["--methods", "first,aggregation,best-of-n,pairwise,aggregation"]);
  expect(methods!.map(({ id }) => id)).toEqual(["first", "aggregation", "best-of-n", "pairwise"]);
});

test.each([
  ["--level", "99", /--level must be one of 1, 2, .*; "99" is not/],
  ["--split", "train", /--split must be one of test, novel/],
  ["--model", "gpt", /--model must be one of pocket-policy/],
  ["--n", "65", /--n must be a whole number from 1 to 64; "65" is not/],
  ["--n", "1.5", /--n must be a whole number/],
  ["--count", "", /--count must be/],
  ["--top-p", "2", /--top-p must be a number from 0 to 1/],
  [
    "--methods",
    "score-best",
    /--methods must be one of first, majority, weighted, best, adaptive, oracle, judge-weighted, best-of-n, .*;/,
  ],
])("%s %j is refused by name", (name, value, message) => {
  expect(() => readEvalOptions([name, value])).toThrow(message);
});
