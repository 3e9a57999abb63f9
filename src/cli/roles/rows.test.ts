import { expect, test } from "vitest";
import { seededRandom } from "../../lab/random";
import { aggregatorRows } from "./aggregator-rows";
import type { CandidateLine } from "./candidate-lines";
import { drawPair } from "../../lab/pairs/draw-pair";
import { judgeRows } from "./judge-rows";
import { mixed } from "./mixed";

const solution = (steps: string, answer: number) => `${steps}\nAnswer: ${answer}`;
const LINE: CandidateLine = {
  id: "word-problems/3/train/1",
  hash: "1",
  question: "How many?",
  solution: solution("<chunk>eggs: 2 + 3 = 5</chunk>", 5),
  answer: "5",
  samples: [
    { text: solution("<chunk>eggs: 2 + 3 = 5</chunk>", 5), right: true },
    { text: solution("<chunk>eggs: 2 + 3 = 6</chunk>", 6), right: false },
    { text: solution("<chunk>eggs: 2 + 3 = 6</chunk>", 6), right: false },
    { text: "<chunk>eggs: 2 + 3", right: false },
  ],
};
const OPTIONS = { seed: 1, groups: 8, m: 3, oneOrder: false };

test("each mark ends a line, and says whether the right solution has it or its answer is right", () => {
  for (const { question, marks = [], reward } of aggregatorRows(LINE, OPTIONS)) {
    expect(["answer", "choice"]).toContain(reward);
    for (const [end, token] of marks) {
      expect(question[end - 1]).toBe("\n");
      const line = question
        .slice(0, end - 1)
        .split("\n")
        .at(-1)!;
      expect([line, token]).toEqual([line, line.includes("= 5") || line === "Answer: 5" ? "y" : "n"]);
    }
  }
});

test("a group is hard where the vote is wrong or no surer than a draw", () => {
  const all = { ...OPTIONS, groups: 1, m: 4 };
  expect([...aggregatorRows(LINE, all)][0]!.hard).toBe(true);
  const easy = { ...LINE, samples: [LINE.samples[0]!, LINE.samples[0]!, LINE.samples[1]!] };
  expect([...aggregatorRows(easy, all)][0]!.hard).toBe(false);
});

test("who is asked for an attempt's number is asked only where some are right and some wrong", () => {
  const same = { ...LINE, samples: LINE.samples.slice(1, 3) };
  expect([...aggregatorRows(same, OPTIONS)].every(({ reward }) => reward === "answer")).toBe(true);
  const choices = [...aggregatorRows(LINE, { ...OPTIONS, groups: 40 })].filter(
    ({ reward }) => reward === "choice",
  );
  expect(choices.length).toBeGreaterThan(0);
  for (const { question, answer } of choices)
    for (const number of answer.split(" ")) expect(question).toContain(`${number}\neggs: 2 + 3 = 5`);
});

test("hard groups are all kept, easy ones by their share", () => {
  const rows = Array.from({ length: 1000 }, (_, i) => ({
    ...{ question: `${i}`, solution: "", answer: "", reward: "answer" as const },
    hard: i % 2 === 0,
  }));
  const kept = [...mixed(rows, 0.5)];
  expect(kept.filter(({ hard }) => hard)).toHaveLength(500);
  expect(kept.filter(({ hard }) => !hard).length / 500).toBeCloseTo(0.2, 1);
});

test("a pair has one right and one wrong solution, both with an answer and of like length", () => {
  const pair = drawPair(seededRandom("pair"), LINE)!;
  expect(pair.better).toBe("eggs: 2 + 3 = 5\nAnswer: 5");
  expect(pair.worse).toBe("eggs: 2 + 3 = 6\nAnswer: 6");
  const long = { text: solution(`${"a: 1 + 1 = 2\n".repeat(5)}`, 7), right: false };
  expect(drawPair(seededRandom("pair"), { samples: [LINE.samples[0]!, long] })).toBeNull();
});

test("both orders of a pair and both scores are rewarded together, and what is learnt first says nothing of who is right", () => {
  const rows = [...judgeRows(LINE, { ...OPTIONS, groups: 200 })];
  const [forward, backward, better, worse] = rows;
  expect([forward!.answer, backward!.answer]).toEqual(["A", "B"]);
  expect(forward!.unit).toBe(backward!.unit);
  expect([better!.reward, worse!.reward]).toEqual(["order", "order"]);
  const said = rows.filter(({ reward }) => reward === "consistent");
  const right = said.filter(({ answer, solution }) => solution.endsWith(`Verdict: ${answer}`));
  expect(right.length / said.length).toBeGreaterThan(0.4);
  expect(right.length / said.length).toBeLessThan(0.6);
});

test("in what is learnt first the verdict follows from the answer that is trusted", () => {
  for (const { solution } of judgeRows(LINE, { ...OPTIONS, groups: 20 })) {
    const letter = /Answer: \S+ ([AB])\n<\/think>/.exec(solution)![1];
    const verdict = /Verdict: ([AB])$/.exec(solution)?.[1];
    if (verdict) expect(verdict).toBe(letter);
    else expect(Number(/Score: (\d+)$/.exec(solution)![1]) >= 6).toBe(letter === "A");
  }
});
