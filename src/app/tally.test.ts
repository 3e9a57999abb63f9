import { expect, test, vi } from "vitest";
import type { Sample } from "../../workers/protocol";
import { Tally } from "./tally.svelte";

const load = vi.hoisted(() => vi.fn());
vi.mock(import("../lab/answers/equality"), (original) => {
  load();
  return original();
});

/** Samples that have ended with these answers; of null, one that is still being written. */
const samples = (answers: (string | null)[]): Sample[] =>
  answers.map((answer, sample) => {
    const begun = { sample, text: "", tokens: 5, logprob: -1, chunkEnds: [] };
    return answer === null ? begun : { ...begun, text: `So \\boxed{${answer}}.`, finish: "stop" as const };
  });
const shape = (tally: Tally) =>
  tally.clusters.map(({ answer, candidates, correct }) => [
    answer,
    candidates.map(({ sample }) => sample.sample),
    correct,
  ]);

test("numbers, words and choices are in their clusters at once, and no mathematics is loaded for them", () => {
  const tally = new Tally();
  tally.show(samples(["1/2", "0.5", "7", "\\frac{1}{2}", "50\\%"]), "0.50");
  expect(shape(tally)).toEqual([["1/2", [0, 1, 3, 4], true], ["7", [2], false]]); // prettier-ignore
  tally.show(samples(["(B)", "b", "C", "Yes", "yes!"]), "B");
  expect(shape(tally)).toEqual([["(B)", [0, 1], true], ["Yes", [3, 4], false], ["C", [2], false]]); // prettier-ignore
  expect(load).not.toHaveBeenCalled();
});

test("an answer that needs mathematics is in no cluster, and neither right nor wrong, until that is told", async () => {
  const tally = new Tally();
  tally.show(samples(["3", "x=3", null]), "3");
  expect(shape(tally)).toEqual([["3", [0], true]]);
  expect(tally.candidates[1]).toMatchObject({ group: null });
  expect(tally.candidates[1]).not.toHaveProperty("correct");
  await tally.settle();
  expect(shape(tally)).toEqual([["3", [0, 1], true]]);
  expect(load).toHaveBeenCalledOnce();
});

test("where the right answer is a formula, a first sample is not called wrong and chosen before it was compared", async () => {
  const tally = new Tally();
  tally.show(samples(["3"]), "\\sqrt{9}");
  const verdicts = () => tally.selections.map(({ selection }) => selection?.expectedAccuracy?.right);
  expect(new Set(verdicts())).toEqual(new Set([undefined]));
  await tally.settle();
  expect(new Set(verdicts())).toEqual(new Set([1]));
});

test("clusters that are told stay as they are while more answers are compared", async () => {
  const tally = new Tally();
  tally.show(samples(["\\sqrt{8}", "2\\sqrt{2}", null, null]), "3");
  await tally.settle();
  const before = tally.clusters;
  tally.show(samples(["\\sqrt{8}", "2\\sqrt{2}", "2^{3/2}", null]));
  expect(tally.clusters.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
  expect(shape(tally)).toEqual([["\\sqrt{8}", [0, 1], false]]);
  await tally.settle();
  expect(shape(tally)).toEqual([["\\sqrt{8}", [0, 1, 2], false]]);
});

test("the clusters in the end do not depend on the order in which samples ended", async () => {
  // The first and the last are both √3/3 to six places, but not each other.
  const answers = ["0.5773507", "\\frac{\\sqrt{3}}{3}", "\\frac{1}{\\sqrt{3}}", "0.5773499", "x"];
  const reopened = new Tally();
  reopened.show(samples(answers));
  await reopened.settle();
  for (const order of [
    [4, 3, 2, 1, 0],
    [1, 3, 0, 4, 2],
  ]) {
    const live = new Tally();
    for (const [i] of order.entries()) {
      const there = new Set(order.slice(0, i + 1));
      live.show(samples(answers.map((answer, sample) => (there.has(sample) ? answer : null))));
      await live.settle();
    }
    expect(shape(live)).toEqual(shape(reopened));
  }
});

test("another run's samples are grouped anew", async () => {
  const tally = new Tally();
  tally.show(samples(["\\sqrt{9}", "3"]), "3");
  await tally.settle();
  tally.show(samples(["\\sqrt{9}", "9^{1/2}"]), "5");
  await tally.settle();
  expect(shape(tally)).toEqual([["\\sqrt{9}", [0, 1], false]]);
});
