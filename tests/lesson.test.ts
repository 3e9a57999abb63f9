// Draws the samples of the lessons' problems again, so that their words never say what their samples do not show.
import { expect, test } from "vitest";
import { openModel } from "../src/cli/evaluation/open-model";
import { recordTries } from "../src/cli/lessons/record-tries";
import { recordTried } from "../src/cli/lessons/second-sample";
import { CROWD_WRONG, crowdProblem, STUDIES } from "../src/lab/lessons/crowd-wrong";
import { RECORDED_CROWD } from "../src/lab/lessons/crowd-wrong-recorded";
import { equalVotes } from "../src/lab/lessons/equal-votes";
import { SHOWS } from "../src/lab/lessons/shows";
import { RECORDED } from "../src/lab/lessons/second-sample-recorded";
import { SECOND_SAMPLE } from "../src/lab/lessons/second-sample";
import { accuracyCurve } from "../src/metrics/accuracy-curve";

test.each(["scattered", "shared"] as const)(
  "on the model it was recorded with, the problem “%s” shows what the lesson says, and the recorded samples are its own",
  async (id) => {
    const { card, model } = await openModel(RECORDED.model);
    const again = await recordTried(model, id, card.recommended);
    const texts = (tries: typeof again) => tries.map(({ pieces }) => pieces.join(""));
    const same = texts(again).filter((text, i) => text === texts(RECORDED.tries[id])[i]);
    expect(same.length, "after a new model: npm run lesson-data").toBeGreaterThan(again.length - 3); // A last digit of another machine.
  },
  60_000,
);

test("the shipped curve is that of the problems shipped with it", () => {
  const { counts, problems, curve } = RECORDED;
  expect(problems).toHaveLength(SECOND_SAMPLE.manyProblems);
  for (const [at, { samples, tokens, accuracy }] of accuracyCurve(counts, problems).entries()) {
    expect(samples).toBe(curve[at]!.samples);
    expect(tokens).toBeCloseTo(curve[at]!.tokens, 1);
    expect(accuracy.low).toBeCloseTo(curve[at]!.accuracy.low, 3);
  }
});

test("a vote of two buys next to nothing, and a vote of four more than any later doubling", () => {
  const at = RECORDED.curve.map(({ accuracy }) => accuracy.value);
  const bought = at.slice(1).map((value, i) => value - at[i]!);
  expect(bought[0]).toBeLessThan(0.01);
  expect(Math.max(...bought)).toBe(bought[1]);
});

test.each(STUDIES)(
  "the tries at the problem “%s” are those that were recorded, and show what the second lesson says",
  async (id) => {
    const { card, model } = await openModel(RECORDED_CROWD.models.policy);
    const { problem, tries: recorded } = RECORDED_CROWD.studies[id];
    const { samples, seed } = CROWD_WRONG;
    const setting = { ...card.recommended, seed };
    const { candidates, tries } = await recordTries(model, crowdProblem(problem), samples, setting);
    expect(SHOWS[id](candidates)).toBe(true);
    const same = tries.filter(({ pieces }, i) => pieces.join("") === recorded[i]!.pieces.join(""));
    expect(same.length, "after a new model: npm run lesson-data -- crowd-wrong").toBeGreaterThan(samples - 3);
  },
  60_000,
);

test("for the same tokens a reading of any number of tries is right more often than the vote", () => {
  const equal = equalVotes(RECORDED_CROWD.many);
  expect(equal).toHaveLength(CROWD_WRONG.shown.length - 1);
  for (const { aggregator, vote } of equal) expect(aggregator.low).toBeGreaterThan(vote.high);
});
