import { beforeAll, expect, test } from "vitest";
import { pocketPolicy } from "../../models/pocket-policy";
import type { LanguageModel } from "../../src/engine/language-model";
import { load, POCKET } from "./models";

/** Written by models/train/fixtures.py with the transformers library. */
interface Fixture {
  /** Of the graph it was made for. */
  sha256: string;
  prompts: { question: string; tokens: number[]; logits: number[] }[];
}

let model: LanguageModel;
let fixture: Fixture;
beforeAll(async () => {
  ({ model } = await load(POCKET, "wasm"));
  fixture = (await (await fetch("/tests/fixtures/pocket-policy-logits.json")).json()) as Fixture;
});

test("the fixture was made for the weights that are shipped", () => {
  const graph = pocketPolicy.files.find(({ path }) => path === "onnx/model.onnx");
  expect(fixture.sha256).toBe(graph?.sha256);
});

test("prompts have the tokens that the tokenizers library of Python gives", () => {
  expect(fixture.prompts.length).toBeGreaterThanOrEqual(20);
  for (const { question, tokens } of fixture.prompts) {
    expect(model.tokenize([{ role: "user", content: question }])).toEqual(tokens);
  }
});

test("logits are within 1e-3 of PyTorch's for 20 prompts", async () => {
  let worst = 0;
  for (const { tokens, logits } of fixture.prompts) {
    const sequence = await model.prefill(tokens);
    worst = Math.max(worst, ...logits.map((logit, token) => Math.abs(logit - sequence.logits![token]!)));
    sequence.release();
  }
  console.info(`largest difference from PyTorch's logits: ${worst.toExponential(1)}`);
  expect(worst).toBeLessThan(1e-3);
});
