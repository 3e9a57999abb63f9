import { expect, test } from "vitest";
import { fixture, rowsOf } from "../../../tests/imported";
import { guessMapping } from "./guess-mapping";
import type { Row } from "./row";

const rows = async (text: string) => (await rowsOf(text)).filter((row): row is Row => row.kind === "row");
const guess = async (...objects: object[]) =>
  guessMapping(await rows(objects.map((one) => JSON.stringify(one)).join("\n")));

test.each([
  ["problems.jsonl", { question: "question", answer: "answer" }],
  ["problems.csv", { question: "question", answer: "answer" }],
  [
    "samples.jsonl",
    {
      question: "question",
      answer: "gt",
      samples: "code",
      predictions: "pred",
      scores: "pred_score",
      labels: "score",
    },
  ],
  ["samples.csv", { question: "problem", answer: "answer", samples: "responses", scores: "scores" }],
  ["solutions.jsonl", { question: "problem", answer: "answer", samples: "solutions", scores: "rewards" }],
  [
    "harness.jsonl",
    {
      question: "doc.question",
      answer: "target",
      samples: "resps.0",
      predictions: "filtered_resps.0",
      labels: "exact_match",
      filter: "strict-match",
    },
  ],
  [
    "per-sample.jsonl",
    { problem: "problem_id", question: "problem", answer: "answer", samples: "response", scores: "score" },
  ],
  ["per-sample.csv", { question: "question", answer: "gt", predictions: "pred", labels: "is_correct" }],
  // What a filter makes of four responses, one answer, is no answer of each; nor is its metric a label of each.
  [
    "harness-repeats.jsonl",
    { question: "doc.question", answer: "target", samples: "resps.0", filter: "score-first" },
  ],
])("the columns of %s are recognised", async (name, mapping) => {
  expect(guessMapping(await rows(fixture(name)))).toEqual(mapping);
});

test("a score of booleans or of nothing but 0 and 1 is a label; any other is a score", async () => {
  const row = { problem: "?", answer: "1", responses: ["a", "b"] };
  expect(await guess({ ...row, score: [true, false] })).toMatchObject({ labels: "score" });
  expect(await guess({ ...row, score: [1, 0] })).toMatchObject({ labels: "score" });
  expect(await guess({ ...row, score: [0.5, 0] })).toMatchObject({ scores: "score" });
  expect(await guess({ ...row, scores: [1, 0] })).toMatchObject({ scores: "scores" });
});

test("a worked solution beside its answer is the data set's, and no sample", async () => {
  const row = { problem: "?", solution: "It is \\boxed{4}.", answer: "4", subject: "Algebra" };
  expect(await guess(row)).toEqual({ question: "problem", answer: "answer" });
  expect(await guess({ problem: "?", solution: row.solution })).toEqual({
    question: "problem",
    answer: "solution",
  });
});

test("in rows that repeat a problem, what differs belongs to the sample", async () => {
  const row = { id: 0, problem: "?", gt: "4" };
  expect(await guess({ ...row, solution: "\\boxed{4}" }, { ...row, id: 1, solution: "\\boxed{5}" })).toEqual({
    question: "problem",
    answer: "gt",
    samples: "solution",
  });
  const { gt: _, ...unknown } = row;
  const judged = [
    { ...unknown, answer: "4", correct: true },
    { ...unknown, answer: "5", correct: false },
  ];
  expect(await guess(...judged)).toEqual({
    ...{ problem: "id", question: "problem", predictions: "answer", labels: "correct" },
  });
});

test("a number of the row is no id of its problem", async () => {
  const row = (idx: number, question: string) => ({ idx, question, answer: "1", response: `${idx}` });
  expect(await guess(row(0, "a"), row(1, "a"), row(2, "b"))).not.toHaveProperty("problem");
  expect(await guess(row(0, "a"), row(0, "a"), row(1, "b"))).toHaveProperty("problem", "idx");
  expect(await guess(row(0, "a"), row(1, "b"))).not.toHaveProperty("problem"); // In doubt the question tells.
});

test("answers that a filter left as they were are solutions, not answers", async () => {
  const row = {
    question: "?",
    target: "4",
    resps: [["It is \\boxed{4}."]],
    filtered_resps: ["It is \\boxed{4}."],
  };
  expect(await guess(row)).not.toHaveProperty("predictions");
});

test("most rows decide, so that a bad one among the first does no harm", async () => {
  const good = { question: "?", answer: "1", solutions: ["a"], pred: ["1"] };
  expect(
    await guess({ x: 1 }, good, { ...good, pred: "none of it", solutions: ["a", "b"] }, good, good),
  ).toEqual({
    question: "question",
    answer: "answer",
    samples: "solutions",
    predictions: "pred",
  });
});

test("what is given stays, and a role given as nothing is left out", async () => {
  const all = await rows(fixture("samples.jsonl"));
  expect(guessMapping(all, { samples: "gt_cot", labels: "" })).toEqual({
    question: "question",
    answer: "gt",
    samples: "gt_cot",
  });
});

test("of rows that say nothing, nothing is guessed", () => expect(guessMapping([])).toEqual({}));
