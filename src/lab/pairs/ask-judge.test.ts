import { expect, test } from "vitest";
import { scriptedLab } from "../../../tests/scripted-roles";
import { askJudge } from "./ask-judge";
import { judgedPair } from "./judged-pair";
import type { SolutionPair } from "./solution-pair";

const pair: SolutionPair = {
  id: "one",
  question: "What is 2 + 3?",
  responses: { A: "Answer: 6", B: "Answer: 5" },
  better: "B",
};

test("a judge that always says A chose A in one order and B in the other: the place decided", async () => {
  const { lab, asked } = scriptedLab(() => "Verdict: A");
  const { orders } = await askJudge(lab, pair, 0);
  expect([orders.AB!.verdict, orders.BA!.verdict]).toEqual(["A", "B"]);
  expect(asked).toHaveLength(4);
  const { forward, backward } = judgedPair(0, pair, await askJudge(lab, pair, 0))!;
  expect([forward, backward]).toEqual(["better", "worse"]);
});

test("each solution is scored by itself, and sampled judgements come besides", async () => {
  const { lab, asked } = scriptedLab(({ prompt }) =>
    prompt.includes("Answer: 6") ? "Score: 2" : "Score: 8",
  );
  const opinions = await askJudge(lab, pair, 4);
  expect(opinions.ratings).toMatchObject({ A: { score: 2 }, B: { score: 8 } });
  expect(opinions.sampled.ratings.B).toEqual([8, 8, 8, 8]);
  expect(judgedPair(0, pair, opinions)!.scores).toEqual([8, 2]);
  expect(opinions.tokens).toBe(10 * asked.length);
  expect(asked).toHaveLength(4 + 4 * 4);
});

test("a judge that was not trained for it is given instructions, and its brackets are read", async () => {
  const { lab, asked } = scriptedLab(
    ({ prompt }) => (prompt.includes("impartial") ? "[[B]]" : "Verdict: A"),
    {
      trained: false,
    },
  );
  const { orders } = await askJudge(lab, pair, 0);
  expect(asked[0]!.prompt).toContain("You are an impartial judge");
  expect([orders.AB!.verdict, orders.BA!.verdict]).toEqual(["B", "A"]);
});
