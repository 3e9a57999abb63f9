// On Chromium's software adapter: right or wrong, not fast or slow.
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { LanguageModel, Sequence, SequenceBatch } from "../../src/engine/language-model";
import { errorCode } from "../../workers/protocol";
import { drawMargin } from "./draw-margin";
import { fixture, load, POCKET } from "./models";
import { questions } from "./questions";
import { record, tokensOf } from "./record";

const MAX_TOKENS = 16;
const [QUESTION] = questions(1) as [string];

describe.each([
  ["nano", "exported"],
  ["nano", "shared"],
  ["nano-qwen3", "exported"],
  ["nano-qwen3", "shared"],
] as const)("%s on WebGPU, attention %s, and on WebAssembly", (name, attention) => {
  let gpu: LanguageModel;
  let wasm: LanguageModel;
  beforeAll(async () => {
    const [onGpu, onWasm] = await Promise.all([
      load(await fixture(name), "webgpu", attention),
      load(await fixture(name), "wasm"),
    ]);
    expect(onGpu.loaded.device).toBe("webgpu");
    expect(onGpu.model.cache.sharesPrefix).toBe(attention === "shared");
    [gpu, wasm] = [onGpu.model, onWasm.model];
  });

  test("the prompt's logits are the same within 1e-3, at more than 32 tokens", async () => {
    const prompt = wasm.tokenize([{ role: "user", content: QUESTION }]);
    expect(prompt.length).toBeGreaterThan(32);
    const [a, b] = [await gpu.prefill(prompt), await wasm.prefill(prompt)];
    expect(distance(a.logits!, b.logits!)).toBeLessThan(1e-3);
    a.release();
    b.release();
  });

  test("the logits stay the same within 1e-3 while the cache grows, across a fork and a drop of rows", async () => {
    const prompt = wasm.tokenize([{ role: "user", content: QUESTION }]);
    const [a, b] = [await forked(gpu, prompt, 3), await forked(wasm, prompt, 3)];
    for (let step = 0; step < MAX_TOKENS; step++) {
      if (step === 10) for (const batch of [a, b]) batch.keep([0, 2]);
      const tokens = Array.from({ length: a.rows }, (_, row) => 100 + 7 * step + row);
      await Promise.all([a.decode(tokens), b.decode(tokens)]);
      for (let row = 0; row < a.rows; row++)
        expect(distance(await a.logits(row), await b.logits(row))).toBeLessThan(1e-3);
    }
    a.dispose();
    b.dispose();
  });

  test("greedy tokens are the same", async () => {
    const asked = { question: QUESTION, samples: 2, sampling: { temperature: 0, maxTokens: MAX_TOKENS } };
    expect(tokensOf(await record(gpu, asked))).toEqual(tokensOf(await record(wasm, asked)));
  });

  test("sampled tokens are the same after a fork, and after rows have moved up to replace ended ones", async () => {
    const { seed, expected } = await runWhereRowsMove(wasm);
    const asked = { question: QUESTION, samples: 4, sampling: { seed, stop: ["e"], maxTokens: MAX_TOKENS } };
    for (const [sample, { tokens }] of (await record(gpu, asked)).entries()) {
      const step = tokens.findIndex((token, at) => token !== expected[sample]![at]);
      if (step < 0) {
        expect(tokens).toEqual(expected[sample]);
        continue;
      }
      const prompt = wasm.tokenize([{ role: "user", content: QUESTION }]);
      const before = [...prompt, ...tokens.slice(0, step)];
      expect(await drawMargin(wasm, before, { seed, sample, step })).toBeLessThan(1e-4);
    }
  });

  test("a sample's tokens are the same at N=1 and N=4", async () => {
    const sampling = { maxTokens: 6 };
    const together = await record(gpu, { question: QUESTION, samples: 4, sampling });
    const alone = await record(gpu, { question: QUESTION, samples: 1, firstSample: 2, sampling });
    expect(alone[0]!.tokens).toEqual(together[2]!.tokens);
  });

  test("a step leaves all it computes on the GPU: nothing is waited for", async () => {
    const batch = await forked(gpu, wasm.tokenize([{ role: "user", content: QUESTION }]), 3);
    await batch.decode([1, 2, 3]);
    const read = vi.spyOn(GPUBuffer.prototype, "mapAsync");
    await batch.decode([4, 5, 6]);
    expect(read).not.toHaveBeenCalled();
    await batch.logits(0);
    expect(read).toHaveBeenCalledOnce();
    read.mockRestore();
    batch.dispose();
  });
});

async function forked(model: LanguageModel, prompt: number[], rows: number): Promise<SequenceBatch> {
  const sequence = await model.prefill(prompt);
  const batch = model.batch(new Array<Sequence>(rows).fill(sequence));
  sequence.release();
  return batch;
}

/** Four samples of which one ends at least six steps before a later one. */
async function runWhereRowsMove(model: LanguageModel): Promise<{ seed: number; expected: number[][] }> {
  for (let seed = 1; ; seed++) {
    const sampling = { seed, stop: ["e"], maxTokens: MAX_TOKENS };
    const expected = tokensOf(await record(model, { question: QUESTION, samples: 4, sampling }));
    const ends = expected.map((tokens) => tokens.length);
    if (ends.some((end, row) => Math.max(...ends.slice(row + 1)) >= end + 6)) return { seed, expected };
  }
}

function distance(a: Float32Array, b: Float32Array): number {
  return Math.max(...a.map((logit, token) => Math.abs(logit - b[token]!)));
}

test("the pocket policy answers on WebGPU with the tokens of WebAssembly", async () => {
  const [{ model: gpu, loaded }, { model: wasm }] = [
    await load(POCKET, "webgpu"),
    await load(POCKET, "wasm"),
  ];
  expect(loaded.device).toBe("webgpu");
  const asked = { question: "2 + 3 = ?", samples: 2, sampling: { maxTokens: 2 } };
  expect(tokensOf(await record(gpu, asked))).toEqual(tokensOf(await record(wasm, asked)));
});

test("a software adapter counts as none unless it is asked for", async () => {
  const { loaded } = await load(await fixture("nano"), "auto");
  expect(loaded.device).toBe("wasm");
  expect(loaded.deviceNote).toMatch(/emulated/);
});

describe("a lost device", () => {
  afterEach(() => vi.restoreAllMocks());

  test("is an error by that name in mid-run and after it, and a fresh load works", async () => {
    const devices = watchDevices();
    const { model } = await load(await fixture("nano"), "webgpu");
    const asked = { question: QUESTION, samples: 2, sampling: { maxTokens: MAX_TOKENS } };
    const inMidRun = (tokens: number) => tokens === 3 && devices[0]!.destroy();
    expect(await record(model, asked, inMidRun).catch(errorCode)).toBe("device-lost");
    expect(await record(model, asked).catch(errorCode)).toBe("device-lost");
    await model.dispose();

    const fresh = await load(await fixture("nano"), "webgpu");
    const { model: wasm } = await load(await fixture("nano"), "wasm");
    expect(tokensOf(await record(fresh.model, asked))).toEqual(tokensOf(await record(wasm, asked)));
  });

  function watchDevices(): GPUDevice[] {
    const devices: GPUDevice[] = [];
    const { requestDevice } = GPUAdapter.prototype;
    vi.spyOn(GPUAdapter.prototype, "requestDevice").mockImplementation(async function (
      this: GPUAdapter,
      descriptor,
    ) {
      const device = await requestDevice.call(this, descriptor);
      devices.push(device);
      return device;
    });
    return devices;
  }
});
