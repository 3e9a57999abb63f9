import { expect, test } from "vitest";
import { drawn } from "../../../tests/drawn";
import { scriptedLab } from "../../../tests/scripted-roles";
import { clusterCandidates } from "../../lab/clusters";
import { aggregation } from "../../lab/methods/aggregation/aggregation";
import { bestOfN } from "../../lab/methods/judging/best-of-n";
import { drawnPool } from "../../lab/methods/method";
import { clustersOf, samplesOf } from "./chosen-of";

const candidates = drawn(["1", "2", "2", "3"], { expected: "1" });
const clusters = clusterCandidates(candidates);

test("a judge's choice rings the sample that it scored highest", async () => {
  const { lab } = scriptedLab(({ prompt }) => (prompt.includes("Answer: 3") ? "Score: 9" : "Score: 1"));
  const selection = (await bestOfN.run(drawnPool(candidates), 4, lab))!;
  expect([...samplesOf(selection, candidates, clusters)]).toEqual([3]);
});

test("an answer written anew rings the samples that give it too; one that is new rings none, and is in no cluster", async () => {
  for (const [answer, samples, cluster] of [
    ["2", [1, 2], clusters[0]],
    ["9", [], null],
  ] as const) {
    const { lab } = scriptedLab(() => `Answer: ${answer}`);
    const selection = (await aggregation.run(drawnPool(candidates), 4, lab))!;
    expect([...samplesOf(selection, candidates, clusters)]).toEqual(samples);
    expect(clustersOf(selection, clusters)).toEqual([cluster]);
  }
});
