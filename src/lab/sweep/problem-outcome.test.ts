import { expect, test } from "vitest";
import { drawn } from "../../../tests/drawn";
import { scriptedLab } from "../../../tests/scripted-roles";
import { type KnownExchange, knownLab } from "../known-lab";
import { METHODS } from "../methods";
import { drawnPool } from "../methods/method";
import { READING_METHODS } from "../methods/reading";
import { problemOutcome, sampleCounts } from "./problem-outcome";

const candidates = drawn(["1", "2", "1", "1"], { expected: "1" });
const methods = ["first", "majority", "oracle"].map((id) => METHODS.find((one) => one.id === id)!);

test("sample counts double up to the most", () => {
  expect([1, 2, 6, 16].map(sampleCounts)).toEqual([[1], [1, 2], [1, 2, 4, 6], [1, 2, 4, 8, 16]]);
});

test("each method has its accuracy and its tokens with the first k samples", async () => {
  const { methods: results } = await problemOutcome(0, candidates, methods, [1, 2, 4]);
  expect(results.map((outcomes) => outcomes.map(({ accuracy, tokens }) => [accuracy, tokens]))).toEqual([
    [[1, 10], [1, 10], [1, 10]],
    [[1, 10], [0.5, 20], [1, 40]],
    [[1, 10], [1, 20], [1, 40]],
  ]); // prettier-ignore
});

test("pass@k and maj@k are means over all choices of k of the samples, by hand", async () => {
  const outcome = await problemOutcome(3, candidates, methods, [1, 2, 4]);
  expect(outcome).toMatchObject({ problem: 3, samples: 4, right: 3, leading: 3, majority: 1 });
  expect(outcome.passAt).toEqual([0.75, 1, 1]);
  expect(outcome.majorityAt).toEqual([0.75, 0.75, 1]); // Of six pairs three agree, and three tie.
});

test("what needs more samples than there are is not known", async () => {
  const { passAt, majorityAt, methods: results } = await problemOutcome(0, candidates, methods, [4, 8]);
  expect([passAt[1], majorityAt[1], results[1]![1]!.accuracy]).toEqual([NaN, NaN, NaN]);
});

test("a problem nobody answered is wrong, and has no leading answer", async () => {
  const outcome = await problemOutcome(0, drawn([null, null], { expected: "1" }), methods, [2]);
  expect(outcome).toMatchObject({ right: 0, leading: 0, majority: 0, passAt: [0], majorityAt: [0] });
});

test("of a problem that was stopped early, all but what stopped it goes by the samples that every problem has", async () => {
  const [adaptive, majority] = ["adaptive", "majority"].map((id) => METHODS.find((one) => one.id === id)!);
  const long = drawn(["1", "2", "1", "2", "1", "1", "1", "1"], { expected: "1" });
  const outcome = await problemOutcome(0, long, [adaptive!, majority!], [1, 4, 8, 16], {
    by: [adaptive!],
    after: 4,
  });
  expect(outcome).toMatchObject({ samples: 4, right: 2, leading: 2, majority: 0.5 });
  expect(outcome.passAt).toEqual([0.5, 1, NaN, NaN]);
  expect(outcome.majorityAt).toEqual([0.5, 0.5, NaN, NaN]);
  const [stopping, whole] = outcome.methods.map((outcomes) => outcomes.map(({ tokens }) => tokens));
  expect(stopping).toEqual([10, 40, 70, 80]);
  expect(whole).toEqual([10, 40, NaN, NaN]);
});

test("a method whose readings are missing has no value, and one whose readings are there costs them too", async () => {
  const [majority, aggregation] = [METHODS.find(({ id }) => id === "majority")!, READING_METHODS.find(({ id }) => id === "aggregation")!]; // prettier-ignore
  const problem = { question: "What?", seed: 1, expected: "1" };
  const known: KnownExchange[] = [];
  const { lab } = scriptedLab(() => "Answer: 1", { ...problem, onExchange: (one) => known.push({ ...one, trained: true }) }); // prettier-ignore
  await aggregation.run(drawnPool(candidates), 2, lab);
  const outcome = await problemOutcome(
    0,
    candidates,
    [majority, aggregation],
    [1, 2, 4],
    undefined,
    knownLab(problem, known),
  );
  const [, read] = outcome.methods;
  expect(read!.map(({ accuracy, tokens }) => [accuracy, tokens])).toEqual([[NaN, NaN], [1, 30], [NaN, NaN]]); // prettier-ignore
  expect(read![1]!.roleTokens).toBe(10);
  expect(outcome.votes).toEqual([1, 0.5, 1, 1]);
});

test("where nobody has read anything, methods that need it have no value", async () => {
  const { methods: results } = await problemOutcome(0, candidates, READING_METHODS, [1, 2, 4]);
  expect(results.flat().every(({ accuracy, tokens }) => Number.isNaN(accuracy) && Number.isNaN(tokens))).toBe(
    true,
  );
});
