// On Chromium's software adapter: what is compiled when, not how fast.
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { LanguageClient } from "../../src/client/language-client";
import type { LanguageModel } from "../../src/engine/language-model";
import { fixture, load } from "./models";
import { questions } from "./questions";
import { OPEN, record } from "./record";

const ROWS = 9;
const [QUESTION] = questions(1) as [string];
const [never, aborted] = [new AbortController().signal, AbortSignal.abort()];
afterEach(() => vi.restoreAllMocks());

/** How many compute pipelines a call has made, the runtime's and our own. */
async function compiledBy(call: () => Promise<unknown>): Promise<number> {
  const spies = (["createComputePipeline", "createComputePipelineAsync"] as const).map((name) =>
    vi.spyOn(GPUDevice.prototype, name).mockClear(),
  );
  await call();
  return spies.reduce((sum, { mock }) => sum + mock.calls.length, 0);
}

/** Rows end at different steps, so that the batch shrinks on the way. */
const run = (model: LanguageModel, samples: number, question = QUESTION) =>
  record(model, { question, samples, sampling: { maxTokens: 6, stop: ["e"] } });

const heldBy = (model: LanguageModel) =>
  Object.fromEntries(model.memory().map(({ purpose, ...bytes }) => [purpose, bytes]));

describe.each(["nano", "nano-qwen3"] as const)("%s on WebGPU", (name) => {
  let model: LanguageModel;
  beforeAll(async () => {
    ({ model } = await load(await fixture(name), "webgpu"));
    return () => model.dispose();
  });

  test("aborted, warming ends after the step under way, and what it held is given back", async () => {
    await expect(model.warmUp(ROWS, aborted)).rejects.toThrow(/abort/);
    expect(heldBy(model)).toMatchObject({ rows: { peak: 0 }, prompts: { live: 0 } });
  });

  test("after warming for N rows, a run of N rows compiles no new pipeline", async () => {
    expect(await compiledBy(() => model.warmUp(ROWS, never))).toBeGreaterThan(5);
    expect(heldBy(model)).toMatchObject({ rows: { live: 0 }, prompts: { live: 0 } });
    expect(await compiledBy(() => run(model, ROWS))).toBe(0);
  });

  test("nor does one of fewer rows or more, of any prompt, behind one that is remembered or not", async () => {
    const tokens = (count: number) => Array.from({ length: count }, (_, at) => (7 * at + count) % 100);
    const long = tokens(200);
    const compiled = await compiledBy(async () => {
      for (const samples of [1, 2, 3, 7, 16]) await run(model, samples);
      for (const count of [1, 2, 3, 4, 12, 31, 32, 130, 300]) (await model.prefill(tokens(count))).release();
      for (const count of [40, 41, 43, 50, 70, 110, 200])
        (await model.prefill([...long.slice(0, count - 1), 6])).release();
    });
    expect(compiled).toBe(0);
  });

  test("warmed once, it is not warmed again for as many rows or fewer", async () => {
    const dispatched = vi.spyOn(GPUComputePassEncoder.prototype, "dispatchWorkgroups");
    for (const rows of [ROWS, 5]) await model.warmUp(rows, never);
    expect(dispatched).not.toHaveBeenCalled();
    await model.warmUp(ROWS + 1, never);
    expect(dispatched).toHaveBeenCalled();
  });
});

test("without warming the first run compiles what it needs, and draws the same tokens as after it", async () => {
  const { model: cold } = await load(await fixture("nano"), "webgpu");
  const { model: warm } = await load(await fixture("nano"), "webgpu");
  await warm.warmUp(3, never);
  let drawn: unknown;
  expect(await compiledBy(async () => (drawn = await run(cold, 3)))).toBeGreaterThan(15);
  expect(drawn).toEqual(await run(warm, 3));
  for (const model of [cold, warm]) await model.dispose();
});

test("on WebAssembly warming does nothing", async () => {
  const { model } = await load(await fixture("nano"), "wasm");
  await model.warmUp(ROWS, never);
  expect(heldBy(model).rows!.peak).toBe(0);
});

describe("in the worker", () => {
  const client = new LanguageClient();
  afterEach(() => client.terminate());
  const request = {
    model: "m",
    messages: [{ role: "user" as const, content: QUESTION }],
    samples: 64,
    sampling: { ...OPEN, maxTokens: 3 },
  };
  const loadNano = async () =>
    client.load({ model: "m", source: await fixture("nano"), device: "webgpu" }, () => {});

  test("a run that is asked for meanwhile ends the warming, and finds the model as it was", async () => {
    await loadNano();
    const order: string[] = [];
    const warming = client.warmUp(request).then(() => order.push("warmed"));
    const reason = await client.generate({ ...request, samples: 2 }, ({ type }) => order.push(type));
    await warming;
    expect(reason).toBe("length");
    expect(order.slice(0, 2)).toEqual(["warmed", "prefilled"]);
  });

  test("so does another load", async () => {
    await loadNano();
    const warming = client.warmUp(request);
    await loadNano();
    await warming;
    expect(await client.generate({ ...request, samples: 1 }, () => {})).toBe("length");
  });
});
