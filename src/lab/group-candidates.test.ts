import { expect, test } from "vitest";
import { drawn } from "../../tests/drawn";
import { clusterCandidates } from "./clusters";
import { groupCandidates } from "./group-candidates";
import { METHODS } from "./methods";
import { recordedSet } from "../../tests/imported";
import { problemOutcome } from "./sweep/problem-outcome";

const answers = ["x = 3", "7", "\\sqrt{9}", "3", "7", null, "three"];

test("votes are counted by answers that are equal as mathematics, and right is what equals the expected one", async () => {
  const candidates = await groupCandidates(drawn(answers, { expected: "3" }), { expected: "3" });
  expect(candidates.map(({ correct }) => correct)).toEqual([true, false, true, true, false, false, false]);
  expect(clusterCandidates(candidates).map(({ answer, candidates }) => [answer, candidates.length])).toEqual([
    ["x = 3", 3],
    ["7", 2],
    ["three", 1],
    [null, 1],
  ]);
  const majority = METHODS.find(({ id }) => id === "majority")!;
  expect(await problemOutcome(0, candidates, [majority], [7])).toMatchObject({
    ...{ right: 3, leading: 3, majority: 1 },
    methods: [[{ accuracy: 1 }]],
  });
});

test("where plain keys decide, the candidates are the same ones", async () => {
  const candidates = drawn(["1/2", "0.5", "yes", null], { expected: "50%" });
  expect(await groupCandidates(candidates, { expected: "50%" })).toBe(candidates);
});

test("labels stand over what the answers say, which are grouped all the same", async () => {
  const labelled = drawn(answers).map((candidate, i) => ({ ...candidate, correct: i === 1 }));
  const candidates = await groupCandidates(labelled, { expected: "3", labelled: true });
  expect(candidates.map(({ correct }) => correct)).toEqual(labelled.map(({ correct }) => correct));
  expect(clusterCandidates(candidates)[0]!.candidates).toHaveLength(3);
});

test("recorded samples and drawn ones come to the same clusters", async () => {
  const row = { question: "?", answer: "3", pred: answers };
  const [recorded] = (await recordedSet(JSON.stringify(row))).problems;
  const written = await groupCandidates(drawn(answers, { expected: "3" }), { expected: "3" });
  const shape = (candidates: readonly (typeof written)[number][]) =>
    clusterCandidates(candidates).map(({ key, candidates }) => [
      key,
      candidates.map(({ sample }) => sample.sample),
    ]);
  expect(shape(recorded!.candidates)).toEqual(shape(written));
});

test("others are let in between comparisons", async () => {
  let breaths = 0;
  const breathe = () => {
    breaths++;
    return undefined;
  };
  const roots = Array.from({ length: 8 }, (_, i) => `\\sqrt{${4 * i + 5}}`);
  await groupCandidates(drawn(roots), { breathe });
  expect(breaths).toBe((8 * 7) / 2);
});
