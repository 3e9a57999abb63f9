import { expect, test } from "vitest";
import { clusterCandidates } from "./clusters";
import { drawn } from "../../tests/drawn";

const shape = (answers: (string | null)[]) =>
  clusterCandidates(drawn(answers)).map(({ answer, candidates }) => [
    answer,
    candidates.map(({ sample }) => sample.sample),
  ]);

test("equivalent answers form one cluster, named as its first candidate wrote it", () => {
  expect(shape(["0.5", "7", "1/2", "50%"])).toEqual([
    ["0.5", [0, 2, 3]],
    ["7", [1]],
  ]);
});

test("clusters are ordered by size, then by first appearance", () => {
  expect(shape(["3", "1", "2", "2", "1", "4"]).map(([answer]) => answer)).toEqual(["1", "2", "3", "4"]);
});

test("samples without an answer are one cluster, and the last, however many they are", () => {
  expect(shape([null, "8", null])).toEqual([
    ["8", [1]],
    [null, [0, 2]],
  ]);
});

test("a sample that is still being written is in no cluster", () => {
  const candidates = drawn(["1", "2"]);
  delete candidates[0]!.sample.finish;
  expect(clusterCandidates(candidates).map(({ answer }) => answer)).toEqual(["2"]);
});

test("a cluster is right if its answer is, and unknown where no answer is expected", () => {
  expect(clusterCandidates(drawn(["1", "2", null], { expected: "2" })).map(({ correct }) => correct)).toEqual(
    [false, true, false],
  );
  expect(clusterCandidates(drawn(["1"]))[0]).not.toHaveProperty("correct");
});

test("no candidates, no clusters", () => expect(clusterCandidates([])).toEqual([]));
