// However a run is spread over time and memory, a sample says what it says alone.
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { LanguageModel } from "../../src/engine/language-model";
import { drawMargin } from "./draw-margin";
import { fixture, load, POCKET } from "./models";
import { questions } from "./questions";
import { record, tokensOf } from "./record";

const [QUESTION] = questions(1) as [string];
const SEED = 1;

describe.each([
  ["the pocket policy on WebAssembly", "wasm", "shared", () => Promise.resolve(POCKET), 12, 256],
  ["nano on WebGPU", "webgpu", "exported", () => fixture("nano"), 5, 14],
  ["nano on WebGPU over one prompt", "webgpu", "shared", () => fixture("nano"), 5, 14],
  ["nano-qwen3 on WebGPU over one prompt", "webgpu", "shared", () => fixture("nano-qwen3"), 5, 14],
] as const)("%s", (_, device, attention, source, samples, maxTokens) => {
  let model: LanguageModel;
  let alone: number[][];
  const sampling = { maxTokens, stop: ["e"], topP: 0.95 };
  beforeAll(async () => {
    ({ model } = await load(await source(), device, attention));
    alone = [];
    for (let sample = 0; sample < samples; sample++) {
      const asked = { question: QUESTION, samples: 1, firstSample: sample, sampling };
      alone.push(...tokensOf(await record(model, asked)));
    }
  });

  /** Where tokens differ, two of them were so close that the last bits decide. */
  async function expectAlone(tokens: readonly number[][]): Promise<void> {
    const prompt = model.tokenize([{ role: "user", content: QUESTION }]);
    for (const [sample, found] of tokens.entries()) {
      const step = found.findIndex((token, at) => token !== alone[sample]![at]);
      if (step < 0) expect(found).toEqual(alone[sample]);
      else {
        const before = [...prompt, ...found.slice(0, step)];
        expect(await drawMargin(model, before, { seed: SEED, sample, step })).toBeLessThan(1e-4);
      }
    }
  }

  test("all at once", async () => {
    await expectAlone(tokensOf(await record(model, { question: QUESTION, samples, sampling })));
  });

  test("in waves, rows refilled as they come free", async () => {
    const { bytesPerToken, sharesPrefix } = model.cache;
    const prompt = model.tokenize([{ role: "user", content: QUESTION }]).length;
    const perSample = maxTokens + (sharesPrefix ? 0 : prompt);
    const budgetBytes = ((sharesPrefix ? prompt : 0) + 2.5 * perSample) * bytesPerToken;
    await expectAlone(tokensOf(await record(model, { question: QUESTION, samples, sampling, budgetBytes })));
  });

  test("broken off and gone on with", async () => {
    const resume = alone.map((tokens, sample) => ({ sample, tokens: tokens.slice(0, (sample % 4) * 2) }));
    const rest = tokensOf(await record(model, { question: QUESTION, samples, sampling, resume }));
    await expectAlone(rest.map((tokens, sample) => [...resume[sample]!.tokens, ...tokens]));
  });
});

test("rows that end early cost what they used: no step reads a row that has ended", async () => {
  const { model } = await load(POCKET, "wasm");
  let rowsRead = 0;
  const counted = vi.spyOn(model, "batch").mockImplementation((sequences) => {
    counted.mockRestore();
    const batch = model.batch(sequences);
    const decode = batch.decode.bind(batch);
    batch.decode = (tokens) => ((rowsRead += batch.rows), decode(tokens));
    return batch;
  });
  const rows = await record(model, { question: QUESTION, samples: 16, sampling: { temperature: 2 } });
  const written = rows.reduce((sum, { tokens }) => sum + tokens.length, 0);
  expect(new Set(rows.map(({ tokens }) => tokens.length)).size).toBeGreaterThan(1);
  expect(rowsRead).toBe(written - 16); // The last token of each is never read.
});
