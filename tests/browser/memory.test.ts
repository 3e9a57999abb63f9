import { expect, test, vi } from "vitest";
import type { LanguageModel } from "../../src/engine/language-model";
import { heapBytes } from "./heap";
import { fixture, load, POCKET } from "./models";
import { record } from "./record";

const RUNS = 100;
const SLACK_BYTES = 2_000_000; // A single row's keys and values, leaked in each run, would be more.

/** The stop string makes rows end at different steps, so that the batch shrinks on the way. */
async function run(model: LanguageModel, times: number, samples: number, maxTokens: number): Promise<void> {
  const question = "Ida has 3 apples and gets 4 more. How many has she now?";
  for (let i = 0; i < times; i++) {
    await record(model, { question, samples, sampling: { maxTokens, stop: ["e"] } });
  }
}

test("100 runs on WebAssembly leave its memory and the heap flat, and nothing counted as held", async () => {
  const memories = watchMemories();
  const { model } = await load(POCKET, "wasm");
  const wasmBytes = () => Math.max(...memories.map(({ buffer }) => buffer.byteLength));

  await run(model, 10, 16, 32);
  const [heapBefore, wasmBefore] = [await heapBytes(), wasmBytes()];
  await run(model, RUNS, 16, 32);
  expect(wasmBytes()).toBe(wasmBefore);
  expect((await heapBytes()) - heapBefore).toBeLessThan(SLACK_BYTES);

  const use = Object.fromEntries(model.memory().map(({ purpose, ...bytes }) => [purpose, bytes]));
  expect(use.rows!.live).toBe(0);
  expect(use.rows!.peak).toBeGreaterThanOrEqual(16 * 8 * model.cache.bytesPerToken); // Tails begin with room for 8.
  expect(use.prompts!.live).toBeGreaterThan(0);
  expect(use.runtime!.live).toBe(wasmBytes());
  await model.dispose();
});

test.each([
  ["exported", RUNS],
  ["shared", 20],
] as const)(
  "on WebGPU with attention %s, %i runs leave no buffer, and the heap flat",
  async (attention, runs) => {
    const create = vi.spyOn(GPUDevice.prototype, "createBuffer");
    const destroy = vi.spyOn(GPUBuffer.prototype, "destroy");
    const liveBuffers = () => create.mock.calls.length - new Set(destroy.mock.contexts).size;
    const { model } = await load(await fixture("nano"), "webgpu", attention);

    await run(model, 3, 3, 3);
    const [heapBefore, buffersBefore] = [await heapBytes(), liveBuffers()];
    const live = () => model.memory().find(({ purpose }) => purpose === "runtime")!.live;
    const bytesBefore = live();
    await run(model, runs, 3, 3);
    expect(live()).toBe(bytesBefore);
    expect(liveBuffers()).toBeLessThanOrEqual(buffersBefore);
    expect((await heapBytes()) - heapBefore).toBeLessThan(SLACK_BYTES);
    await model.dispose();
  },
);

/** The memories that are made from now on. */
function watchMemories(): WebAssembly.Memory[] {
  const memories: WebAssembly.Memory[] = [];
  WebAssembly.Memory = class extends WebAssembly.Memory {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      super(descriptor);
      memories.push(this);
    }
  };
  return memories;
}
