import { expect, test } from "vitest";
import { fixture, imported } from "../../../tests/imported";
import { seededRandom } from "../random";
import { scoreVotes } from "./score-votes";
import { VoteCollector } from "./votes";
import { weighingOf, weightsOf } from "./weighing";

async function votesOf(name: string) {
  const votes = new VoteCollector();
  for (const problem of (await imported(fixture(name))).problems) votes.add(problem);
  return votes.problems;
}

const score = async (name: string, k?: number) => {
  const problems = await votesOf(name);
  return problems.map((votes) =>
    scoreVotes(votes, k ?? votes.ballots.length, weighingOf(problems), seededRandom(0)),
  );
};

test("votes, weighted votes, the best by score and any right sample, by hand", async () => {
  const scores = await score("samples.jsonl");
  // 5 5 4 5 at .9 .8 .7 .1; a tie of 12 (.2 + .6) and 13 (.9 + .3); 3/4 twice at .5, 1/2 at .6, none at .9; all wrong.
  expect(scores.map(({ pass1 }) => pass1)).toEqual([0.75, 0.5, 0.5, 0]);
  expect(scores.map(({ maj }) => maj.value)).toEqual([1, 0.5, 1, 0]);
  expect(scores.map(({ weighted }) => weighted!.value)).toEqual([1, 0, 1, 0]);
  expect(scores.map(({ bestByScore }) => bestByScore)).toEqual([1, 0, 0, 0]);
  expect(scores.map(({ pass }) => pass)).toEqual([1, 1, 1, 0]);
});

test("one of the samples is as often right whoever chooses it", async () => {
  for (const { pass1, pass, maj, weighted, bestByScore } of await score("samples.jsonl", 1))
    for (const value of [pass, maj.value, weighted!.value, bestByScore!])
      expect(value).toBeCloseTo(pass1, 12);
});

test("without scores, what needs them is null", async () => {
  expect((await score("harness-repeats.jsonl"))[0]).toMatchObject({ weighted: null, bestByScore: null });
});

test("scores are weights as they are, unless one is negative: then only their softmax means anything", () => {
  expect(weighingOf([{ scores: [0.2] }, { scores: null }])).toBe("scores");
  expect(weighingOf([{ scores: [0.2] }, { scores: [-3] }])).toBe("softmax");
  expect(weightsOf([0.2, 3], "scores")).toEqual([0.2, 3]);
  expect(weightsOf([-1, 2], "softmax")).toEqual([Math.exp(-3), 1]);
  expect(weightsOf([-800, 800], "softmax")).toEqual([0, 1]);
  expect(weightsOf([0, 800], "sigmoid")).toEqual([0.5, 1]);
});

test("answers are numbered, so that no text is held", async () => {
  const [, second] = await votesOf("samples.jsonl");
  expect(second!.ballots.map(({ answer }) => answer)).toEqual(["0", "1", "1", "0"]);
});
