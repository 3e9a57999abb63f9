import { beforeAll, expect, test } from "vitest";
import type { LanguageModel } from "../../src/engine/language-model";
import { drawMargin } from "./draw-margin";
import { load, POCKET } from "./models";
import { questions } from "./questions";
import { record, tokensOf } from "./record";

let model: LanguageModel;
beforeAll(async () => {
  ({ model } = await load(POCKET, "wasm"));
});

/** The step at which two samples part, and how narrow the draw there was. */
async function parting(question: string, sample: number, alone: number[], together: number[]) {
  const step = alone.findIndex((token, at) => token !== together[at]);
  if (step < 0 && alone.length === together.length) return undefined;
  const prompt = model.tokenize([{ role: "user", content: question }]);
  const margin = await drawMargin(model, [...prompt, ...alone.slice(0, step)], { seed: 1, sample, step });
  return { sample, step, margin };
}

test("a sample's tokens are the same at N=1 and N=16, or differ first where two tokens were within 1e-4", async () => {
  const partings = [];
  for (const question of questions(3)) {
    const together = await record(model, { question, samples: 16 });
    for (let sample = 0; sample < 16; sample++) {
      const [alone] = await record(model, { question, samples: 1, firstSample: sample });
      const found = await parting(question, sample, alone!.tokens, together[sample]!.tokens);
      if (found) partings.push(found);
    }
  }
  console.info(`${partings.length} of 48 samples differ between N=1 and N=16`);
  expect(partings.filter(({ margin }) => margin >= 1e-4)).toEqual([]);
  expect(partings.length).toBeLessThanOrEqual(1);
});

test("the same seed gives the same tokens, another seed others", async () => {
  const [question] = questions(1);
  const run = async (seed: number) =>
    tokensOf(await record(model, { question: question!, samples: 8, sampling: { seed } }));
  const first = await run(4_294_967_295);
  expect(await run(4_294_967_295)).toEqual(first);
  expect(await run(4_294_967_294)).not.toEqual(first);
});

test("at temperature 0 all samples are the same", async () => {
  const [question] = questions(1);
  const rows = tokensOf(
    await record(model, { question: question!, samples: 64, sampling: { temperature: 0 } }),
  );
  expect(new Set(rows.map((row) => row.join())).size).toBe(1);
});

test("the logprobs are those of a fresh reading of the whole text", async () => {
  const [question] = questions(1);
  const [sample] = await record(model, { question: question!, samples: 1 });
  const prompt = model.tokenize([{ role: "user", content: question! }]);
  for (const step of [0, 5, sample!.tokens.length - 1]) {
    const sequence = await model.prefill([...prompt, ...sample!.tokens.slice(0, step)]);
    const logits = sequence.logits!;
    const partition = Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit), 0));
    expect(sample!.logprobs[step]).toBeCloseTo(logits[sample!.tokens[step]!]! - partition, 3);
    sequence.release();
  }
});

test("a token's logprob is never above 0, and the text is that of the tokens", async () => {
  const [question] = questions(1);
  for (const { logprobs, tokens, text } of await record(model, { question: question!, samples: 16 })) {
    expect(Math.max(...logprobs)).toBeLessThanOrEqual(0);
    const stream = model.textStream();
    const written = tokens.filter((token) => !model.stopTokens.has(token));
    expect(written.map((token) => stream.push(token)).join("") + stream.flush()).toBe(text);
  }
});
