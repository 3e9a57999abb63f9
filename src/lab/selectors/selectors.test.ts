import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { drawn } from "../../../tests/drawn";
import { clusterCandidates } from "../clusters";
import { bestMeanLogprob } from "./best-mean-logprob";
import { first } from "./first";
import { SELECTORS } from "./index";
import { logprobWeightedMajority } from "./logprob-weighted-majority";
import { majority } from "./majority";
import { oracle } from "./oracle";
import type { Selector } from "./selector";

/** What the selector makes of these answers, briefly. */
function chosenBy(selector: Selector, ...drawing: Parameters<typeof drawn>) {
  const candidates = drawn(...drawing);
  const selection = selector.select(candidates, clusterCandidates(candidates));
  return (
    selection && {
      answers: selection.chosen.map(({ answer }) => answer),
      carriers: selection.carriers.map(({ sample }) => sample.sample),
      accuracy:
        selection.expectedAccuracy && `${selection.expectedAccuracy.right}/${selection.expectedAccuracy.of}`,
      tokens: selection.tokens,
    }
  );
}

describe("the registry", () => {
  test("lists every selector file, with an id that is the file's name", () => {
    const parts = new Set(["index.ts", "selector.ts", "selection.ts", "heaviest.ts", "has-logprobs.ts"]);
    const files = readdirSync(import.meta.dirname).filter(
      (file) => !file.endsWith(".test.ts") && !parts.has(file),
    );
    expect(SELECTORS.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
  });

  test("describes each in a sentence", () => {
    for (const { label, description } of SELECTORS) expect(label && description).toMatch(/\.$/);
  });
});

describe("first", () => {
  test("takes the first sample and pays for it alone", () => {
    expect(chosenBy(first, ["1", "2", "2"], { expected: "2" })).toEqual({
      answers: ["1"],
      carriers: [0],
      accuracy: "0/1",
      tokens: 10,
    });
  });

  test("carries every sample's answer no further than its own", () => {
    expect(chosenBy(first, ["2", "2"], { expected: "2" })).toMatchObject({ carriers: [0], accuracy: "1/1" });
  });

  test("without an answer is wrong", () => {
    expect(chosenBy(first, [null, "2"], { expected: "2" })).toMatchObject({
      answers: [],
      carriers: [0],
      accuracy: "0/1",
    });
  });
});

describe("majority", () => {
  test("takes the answer given most and pays for all samples", () => {
    expect(chosenBy(majority, ["1", "2", "2"], { expected: "2" })).toEqual({
      answers: ["2"],
      carriers: [1, 2],
      accuracy: "1/1",
      tokens: 30,
    });
  });

  test("counts a tie as a fair draw, as a fraction", () => {
    expect(chosenBy(majority, ["1", "2", "3", "2", "1"], { expected: "2" })).toMatchObject({
      answers: ["1", "2"],
      carriers: [0, 4, 1, 3],
      accuracy: "1/2",
    });
    expect(chosenBy(majority, ["1", "2", "3"], { expected: "4" })).toMatchObject({ accuracy: "0/3" });
  });

  test("gives no vote to samples without an answer", () => {
    expect(chosenBy(majority, [null, null, "3"], { expected: "3" })).toMatchObject({
      answers: ["3"],
      accuracy: "1/1",
    });
    expect(chosenBy(majority, [null, null], { expected: "3" })).toMatchObject({
      answers: [],
      accuracy: "0/1",
    });
  });

  test("knows no accuracy where no answer is expected", () => {
    expect(chosenBy(majority, ["1", "1"])).toMatchObject({ answers: ["1"], accuracy: undefined });
  });
});

describe("logprob-weighted majority", () => {
  test("prefers one confident sample to two that are less than half as likely per token", () => {
    const half = Math.log(0.5);
    const drawing = ["1", "1", "2"];
    expect(
      chosenBy(logprobWeightedMajority, drawing, { meanLogprobs: [half - 0.1, half - 0.1, 0] }),
    ).toMatchObject({ answers: ["2"], carriers: [2] });
    expect(
      chosenBy(logprobWeightedMajority, drawing, { meanLogprobs: [half + 0.1, half + 0.1, 0] }),
    ).toMatchObject({ answers: ["1"], carriers: [0, 1] });
  });

  test("ties where the weights are the same in another order", () => {
    const meanLogprobs = [-0.1, -0.2, -0.3, -0.3, -0.2, -0.1];
    expect(
      chosenBy(logprobWeightedMajority, ["1", "1", "1", "2", "2", "2"], { meanLogprobs, expected: "1" }),
    ).toMatchObject({ accuracy: "1/2" });
  });
});

describe("best by mean logprob", () => {
  test("takes the most confident sample that has an answer, and only it", () => {
    expect(
      chosenBy(bestMeanLogprob, ["1", "2", "2", null], { meanLogprobs: [-3, -2, -1, 0], expected: "2" }),
    ).toEqual({
      answers: ["2"],
      carriers: [2],
      accuracy: "1/1",
      tokens: 40,
    });
  });

  test("draws between answers whose samples are equally confident", () => {
    expect(chosenBy(bestMeanLogprob, ["1", "2", "2"], { expected: "2" })).toMatchObject({
      answers: ["2", "1"],
      accuracy: "1/2",
    });
  });
});

describe("oracle", () => {
  test("takes the right answer wherever it is", () => {
    expect(chosenBy(oracle, ["1", "1", "2"], { expected: "2" })).toEqual({
      answers: ["2"],
      carriers: [2],
      accuracy: "1/1",
      tokens: 30,
    });
  });

  test("has nothing to take where every sample is wrong", () => {
    expect(chosenBy(oracle, ["1", "1"], { expected: "2" })).toMatchObject({
      answers: [],
      carriers: [],
      accuracy: "0/1",
    });
  });

  test("cannot say where nobody knows the right answer", () => expect(chosenBy(oracle, ["1"])).toBeNull());
});

test.each(SELECTORS)("$id has nothing to choose from while no sample is finished", ({ select }) => {
  const candidates = drawn(["1", "2"]);
  for (const { sample } of candidates) delete sample.finish;
  const selection = select(candidates, clusterCandidates(candidates));
  expect(selection?.chosen ?? []).toEqual([]);
  expect(selection?.expectedAccuracy).toBeUndefined();
});

test.each(SELECTORS)("$id makes nothing of no candidates", ({ select }) => {
  expect(select([], [])?.chosen ?? []).toEqual([]);
});
