import { collected } from "../../../tests/collected";
import { expect, test } from "vitest";
import { fixture } from "../../../tests/imported";
import { FaultLog } from "./fault-log";
import { preview } from "./preview";
import { readProblems } from "./read-problems";

async function read(text: string) {
  const faults = new FaultLog();
  const reading = { breathe: () => undefined, onFault: faults.add.bind(faults) };
  const { mapping } = await preview(new Blob([text]));
  const problems = await collected(readProblems(new Blob([text]), mapping, reading));
  return { problems, faults };
}

test("questions and answers are read from JSON Lines, GSM8K's answers from behind ####", async () => {
  const { problems } = await read(fixture("problems.jsonl"));
  expect(problems.map(({ answer }) => answer)).toEqual(["22", "3/4", "21", "½"]);
  expect(problems[3]!.question).toBe('Which is larger, "½" or 0.4?');
});

test("and from CSV, with the line each begins on", async () => {
  const { problems } = await read(fixture("problems.csv"));
  expect(problems).toEqual([
    { line: 2, question: 'Mira says "two", then three. What is the sum?', answer: "5" },
    { line: 3, question: "A question\non two lines, with a comma: 7 + 8?", answer: "15" },
    { line: 5, question: "What is 9 - 4?", answer: "5" },
  ]);
});

test("problems that lack something, or repeat another, are skipped with the reason", async () => {
  const rows = [
    '{"question":"a","answer":"1"}',
    '{"question":"a"}',
    '{"question":"","answer":"1"}',
    '{"question":"a","answer":[1]}',
  ];
  const { problems, faults } = await read(
    [...rows, rows[0], '{"question":"b","answer":2}', rows[0]].join("\n"),
  );
  expect(problems.map(({ question }) => question)).toEqual(["a", "b"]);
  expect(faults.kept.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
    "2: no answer: answer is missing",
    '3: no question: question is ""',
    "4: no answer: answer is a list",
    "5: the same problem as line 1",
    "7: the same problem as line 1",
  ]);
});

test("all faults are counted, the first few hundred kept", async () => {
  const { problems, faults } = await read(`{"question":"a","answer":"1"}\n${"{\n".repeat(1000)}`);
  expect(problems).toHaveLength(1);
  expect(faults.count).toBe(1000);
  expect(faults.kept).toHaveLength(200);
});
