import { expect, test } from "vitest";
import { drawn } from "../../../tests/drawn";
import { METHODS } from "../../lab/methods";
import { problemOutcome } from "../../lab/sweep/problem-outcome";
import { sweepInWords } from "./sweep-words";

const methods = METHODS.filter(({ needsScores }) => !needsScores);
const inWords = async (problems: (string | null)[][], counts: number[]) => {
  const outcomes = problems.map((answers, i) =>
    problemOutcome(i, drawn(answers, { expected: "1" }), methods, counts),
  );
  const words = sweepInWords({ counts, methods, problems: await Promise.all(outcomes) });
  return words.map(({ text }) => text).join("");
};

test("one sample, the vote, any sample, and what stopping early saves", async () => {
  const all = ["1", "1", "1", "1", "1", "1", "1", "1"];
  const split = ["2", "1", "2", "3", "2", "3", null, "3"];
  expect(await inWords([all, split], [1, 8])).toBe(
    "Of 2 problems, one sample gets 56 % right, the vote of 8 50 %, and for 100 % some sample of the 8 is right. " +
      "Stopping when the vote is as good as certain takes 69 % of the tokens.",
  );
});

test("a single sample has no vote", async () => {
  expect(await inWords([["1"]], [1])).toBe("Of one problem, one sample gets 100 % right.");
});

test("before the first problem is whole there is nothing to say", async () => {
  expect(await inWords([["1"]], [1, 2])).toBe("");
});
