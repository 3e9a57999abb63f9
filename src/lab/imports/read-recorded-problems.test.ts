import { describe, expect, test } from "vitest";
import { fixture, imported } from "../../../tests/imported";
import { readRecordedProblems } from "./read-recorded-problems";

/** Right and wrong samples of each problem: `+` and `-`. */
const marks = ({ problems }: Awaited<ReturnType<typeof imported>>) =>
  problems.map(({ samples }) => samples.map(({ correct }) => (correct ? "+" : "-")).join(""));

test("given answers and labels are taken as they are", async () => {
  const all = await imported(fixture("samples.jsonl"));
  expect(marks(all)).toEqual(["++-+", "+--+", "+-+-", "----"]);
  expect(all.problems[2]).toMatchObject({ line: 3, question: "Half of one and a half?", answer: "3/4" });
  expect(all.problems[2]!.samples.map(({ answer }) => answer)).toEqual(["0.75", "1/2", "\\frac{3}{4}", null]);
  expect(all.problems[2]!.scores).toEqual([0.5, 0.6, 0.5, 0.9]);
  expect(all.faults).toEqual([]);
});

test("without labels, an answer is right if it is equivalent to the row's", async () => {
  const all = await imported(fixture("samples.jsonl"), { labels: "" });
  expect(marks(all)).toEqual(["++-+", "+--+", "+-+-", "----"]);
  const [first, , third] = all.problems[2]!.samples;
  expect(first!.key).toBe(third!.key);
});

test("answers in LaTeX are compared as mathematics, with the right one and with each other", async () => {
  const boxes = ["\\frac{1}{\\sqrt{3}}", "\\sqrt{3}", "3^{-1/2}", "3^{0.5}"].map(
    (answer) => `\\boxed{${answer}}`,
  );
  const row = JSON.stringify({ question: "?", answer: "$\\frac{\\sqrt{3}}{3}$", solutions: boxes });
  const all = await imported(row);
  expect(marks(all)).toEqual(["+-+-"]);
  const keys = all.problems[0]!.samples.map(({ key }) => key);
  expect(keys[0]).toBe(keys[2]);
  expect(keys[1]).toBe(keys[3]);
});

test("without given answers, they are taken from the solutions, GSM8K's #### form among them", async () => {
  const { problems } = await imported(fixture("solutions.jsonl"));
  expect(problems.map(({ samples }) => samples.map(({ answer }) => answer))).toEqual([
    ["42", "48", "42"],
    ["2.5", "5/2", null],
  ]);
});

test("lists may stand in cells of CSV", async () => {
  const all = await imported(fixture("samples.csv"));
  expect(marks(all)).toEqual(["+-", "++"]);
  expect(all.problems[0]!.scores).toEqual([0.25, 0.75]);
});

describe("logs of lm-evaluation-harness", () => {
  test("of one response have its filtered answer and its metric, and count each document once", async () => {
    const all = await imported(fixture("harness.jsonl"));
    expect(marks(all)).toEqual(["+", "-", "-"]);
    expect(all.problems[0]).toMatchObject({
      answer: "60",
      question: "Ida reads 12 pages a day. How many in 5 days?",
    });
    expect(all.problems[1]!.samples[0]!.answer).toBeNull(); // What its filter calls [invalid].
    expect(all.faults.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
      "4: the same samples as line 1",
      "5: the same samples as line 2",
      "6: the same samples as line 3",
    ]);
  });

  test("of several responses have them all", async () => {
    const all = await imported(fixture("harness-repeats.jsonl"));
    expect(marks(all)).toEqual(["++--", "+--+"]);
    expect(all.faults).toHaveLength(2);
  });
});

test("what cannot be used is skipped with its line and the reason, and what can be used is not", async () => {
  const all = await imported(fixture("hostile.jsonl"));
  expect(all.problems.map(({ line }) => line)).toEqual([1, 17, 18, 20]);
  expect(all.problems[2]!.scores).toBeNull();
  expect(all.problems[3]!.samples.map(({ answer }) => answer)).toEqual(["3", null]);
  expect(all.faults.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
    "2: not JSON",
    "3: not an object",
    "4: not an object",
    "6: 2 samples, but pred has 1",
    "7: 1 samples, but pred has 2",
    "8: solutions[1] is 7, not a text",
    "9: no samples: solutions is empty or missing",
    "10: scores[1] is null, not a number",
    '11: scores[1] is "high", not a number',
    "12: 2 samples, but scores has 1",
    "13: no right answer and no labels to compare with",
    "14: answer is an object, not a text or a number",
    "15: no samples: solutions is empty or missing",
    "16: the same samples as line 1",
    "19: not JSON",
  ]);
});

test("where labels are given, no right answer is needed", async () => {
  const rows = '{"question":"?","responses":["\\\\boxed{1}","\\\\boxed{2}"],"correct":["true","false"]}';
  const all = await imported(rows);
  expect(marks(all)).toEqual(["+-"]);
  expect(all.problems[0]!.answer).toBeNull();
});

test("without a question, rows that look the same are kept", async () => {
  const row = '{"answer":"1","pred":["1","2"]}';
  expect((await imported(`${row}\n${row}`)).problems).toHaveLength(2);
});

test("whoever reads is asked to breathe between samples", async () => {
  let breaths = 0;
  const breathe = () => {
    breaths++;
    return undefined;
  };
  const text = JSON.stringify({
    question: "?",
    answer: "1",
    solutions: new Array<string>(64).fill("\\boxed{1}"),
  });
  const mapping = { question: "question", answer: "answer", samples: "solutions" };
  for await (const problem of readRecordedProblems(new Blob([text]), mapping, { breathe, onFault: () => {} }))
    expect(problem.samples).toHaveLength(64);
  expect(breaths).toBeGreaterThanOrEqual(64);
});
