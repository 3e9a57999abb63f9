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
    expect([all.mapping.filter, all.filters]).toEqual(["strict-match", ["strict-match", "flexible-extract"]]);
    expect(marks(all)).toEqual(["+", "-", "-"]);
    expect(all.problems[0]).toMatchObject({
      answer: "60",
      question: "Ida reads 12 pages a day. How many in 5 days?",
    });
    expect(all.problems[1]!.samples[0]!.answer).toBeNull(); // What its filter calls [invalid].
    expect(all.faults).toEqual([]);
  });

  test("of several responses have them all", async () => {
    const all = await imported(fixture("harness-repeats.jsonl"));
    expect(marks(all)).toEqual(["++--", "+--+"]);
    expect(all.problems.map(({ number }) => number)).toEqual([0, 1]);
    expect(all.faults).toEqual([]);
  });

  test("are read by another filter where one asks for it, with its answers and its metric", async () => {
    const all = await imported(fixture("harness.jsonl"), { filter: "flexible-extract" });
    expect(marks(all)).toEqual(["+", "+", "-"]);
    expect(all.problems.map(({ line }) => line)).toEqual([4, 5, 6]);
    expect(all.problems[1]!.samples[0]!.answer).toBe("21");
  });

  test("count each document once also where the question is not known", async () => {
    const all = await imported(fixture("harness.jsonl"), { question: "" });
    expect(all.problems).toHaveLength(3);
  });
});

describe("rows of one sample each", () => {
  const whole = ({ problems }: Awaited<ReturnType<typeof imported>>) => {
    const byNumber: string[] = [];
    for (const { number, samples } of problems)
      byNumber[number] = `${byNumber[number] ?? ""}${samples[0]!.correct ? "+" : "-"}`;
    return byNumber;
  };

  test("are put together by their problem, wherever they stand", async () => {
    const all = await imported(fixture("per-sample.jsonl"));
    expect(all.mapping).toMatchObject({ problem: "problem_id", samples: "response", scores: "score" });
    expect(whole(all)).toEqual(["+--", "+-+"]);
    expect(all.problems.map(({ number }) => number)).toEqual([0, 1, 0, 1, 0, 1]);
  });

  test("give equal answers one key from row to row, as mathematics too", async () => {
    const { problems } = await imported(fixture("per-sample.jsonl"));
    const keys = problems.map(({ samples }) => samples[0]!.key);
    expect(keys[2]).toBe(keys[4]); // 6, twice.
    expect(keys[1]).toBe(keys[5]); // 9/2 and 4.5.
    const answers = ["\\frac{\\sqrt{3}}{3}", "2", "3^{-1/2}"];
    const rows = answers.map((pred) => JSON.stringify({ question: "?", answer: "2", pred }));
    const formulas = (await imported(rows.join("\n"))).problems.map(({ samples }) => samples[0]!.key);
    expect(formulas[0]).toBe(formulas[2]);
  });

  test("that look the same are samples that agree, and count each", async () => {
    const row = '{"question":"?","answer":"1","response":"It is 1.","pred":"1"}';
    const all = await imported(`${row}\n${row}\n${row}`);
    expect(whole(all)).toEqual(["+++"]);
    expect(all.faults).toEqual([]);
  });

  test("may lack an answer, or have one that looks like a list, in CSV too", async () => {
    const all = await imported(fixture("per-sample.csv"));
    expect(all.faults).toEqual([]);
    expect(whole(all)).toEqual(["+--", "++"]);
    expect(all.problems[2]!.samples[0]!.answer).toBeNull();
    const texts =
      'question,answer,response,pred\n?,"[0, 1]",The set is it.,"[0, 1]"\n?,"[0, 1]",And again.,"[0, 1]"\n?,"[0, 1]",No idea.,\n';
    expect(whole(await imported(texts))).toEqual(["++-"]);
  });

  test("with the same question and different right answers are of different problems", async () => {
    const row = (answer: string) => JSON.stringify({ question: "?", answer, pred: "1" });
    const all = await imported([row("1"), row("2"), row("1")].join("\n"), { answer: "answer" });
    expect(whole(all)).toEqual(["++", "-"]);
  });

  test("that lack something are skipped, and their problem's others are not", async () => {
    const row = { question: "?", answer: "1", pred: "1", score: 0.5 };
    const rows = [row, { ...row, score: "high" }, { ...row, pred: "2" }, row].map((one) =>
      JSON.stringify(one),
    );
    const all = await imported(rows.join("\n"));
    expect(whole(all)).toEqual(["+-+"]);
    expect(all.faults.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
      '2: score is "high", not a number',
    ]);
  });

  test("without a question are put together by an id; with neither each is a problem", async () => {
    const row = (task_id: number, passed: boolean) => ({ task_id, completion: "return 1", passed });
    const rows = [row(1, true), row(2, false), row(1, false)];
    const text = (all: object[]) => all.map((one) => JSON.stringify(one)).join("\n");
    expect(whole(await imported(text(rows)))).toEqual(["+-", "-"]);
    const nameless = rows.map(({ completion, passed }) => ({ completion, passed }));
    expect(whole(await imported(text(nameless)))).toEqual(["+", "-", "-"]);
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
