import { describe, expect, test } from "vitest";
import { drawn } from "../../../../tests/drawn";
import { scriptedLab } from "../../../../tests/scripted-roles";
import { drawnPool } from "../method";
import { bestOfN } from "./best-of-n";
import { judgeWeighted } from "./judge-weighted";
import { pairwise } from "./pairwise";
import { scoreOf } from "./score";
import { verdictOf } from "./verdict";

const attempts = drawn(["1", "2", "2", "3"], { expected: "1" });
const likes = (answer: string) =>
  scriptedLab(({ prompt }) => (prompt.includes(`Answer: ${answer}\n`) ? "Score: 9" : "Score: 1"));

test("the sample with the highest score wins, whatever the votes say", async () => {
  const { lab } = likes("1");
  const selection = await bestOfN.run(drawnPool(attempts), 4, lab);
  expect(selection!.expectedAccuracy).toEqual({ right: 1, of: 1 });
});

test("scores weigh votes: nine points of one outweigh one point of two", async () => {
  const { lab } = likes("1");
  expect((await judgeWeighted.run(drawnPool(attempts), 4, lab))!.expectedAccuracy).toEqual({
    right: 1,
    of: 1,
  });
});

test("equal texts are judged once, and every judgement is paid for", async () => {
  const { lab, asked } = likes("1");
  const selection = await bestOfN.run(drawnPool(attempts), 4, lab);
  expect(asked).toHaveLength(3);
  expect(selection!.tokens).toBe(4 * 10 + 3 * 10);
});

test("what one method had judged is not written again for another, but is its cost too", async () => {
  const { lab, asked } = likes("1");
  await bestOfN.run(drawnPool(attempts), 4, lab);
  const selection = await judgeWeighted.run(drawnPool(attempts), 4, lab);
  expect(asked).toHaveLength(3);
  expect(selection!.tokens).toBe(70);
});

describe("the knockout", () => {
  const prefers = (answer: string) =>
    scriptedLab(
      ({ prompt }) =>
        `Verdict: ${prompt.indexOf(`Answer: ${answer}\n`) < prompt.indexOf("\nB\n") && prompt.includes(`Answer: ${answer}\n`) ? "A" : "B"}`,
    );

  test("asks about each pair in both orders and lets the better one go on", async () => {
    const { lab, asked } = prefers("1");
    const selection = await pairwise.run(drawnPool(attempts), 4, lab);
    expect(asked).toHaveLength(4); // Three answers, two matches.
    expect(selection!.expectedAccuracy).toEqual({ right: 1, of: 1 });
    expect(selection!.tokens).toBe(80);
  });

  test("lets the answer with more votes go on where the place decides", async () => {
    const { lab } = scriptedLab(() => "Verdict: A");
    const selection = await pairwise.run(drawnPool(attempts), 4, lab);
    expect(selection!.chosen[0]!.answer).toBe("2");
  });
});

test("the last verdict and the last score count, and a score beyond the scale is none", () => {
  expect(verdictOf("Verdict: A\nVerdict: B")).toBe("B");
  expect(verdictOf("So [[A]].")).toBe("A");
  expect(verdictOf("A is better")).toBeNull();
  expect(scoreOf("Score: 7")).toBe(7);
  expect(scoreOf("<score>7.5</score>")).toBe(7.5);
  expect(scoreOf("Score: 11")).toBeNull();
});
