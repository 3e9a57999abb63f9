import { expect, test, vi } from "vitest";
import type { LanguageModel } from "../../src/engine/language-model";
import { heapBytes } from "./heap";
import { fixture, load, POCKET } from "./models";
import { questions } from "./questions";
import { record } from "./record";

const RUNS = 50;

async function run(model: LanguageModel, times: number, samples: number, maxTokens: number): Promise<void> {
  const [question] = questions(1);
  for (let seed = 0; seed < times; seed++) {
    // The stop string makes rows end at different steps, so that the batch shrinks on the way.
    await record(model, { question: question!, samples, sampling: { seed, maxTokens, stop: ["e"] } });
  }
}

test("50 runs on WebAssembly leave its memory and the heap flat", async () => {
  const memories: WebAssembly.Memory[] = [];
  const Memory = WebAssembly.Memory;
  vi.stubGlobal("WebAssembly", {
    ...namesOf(WebAssembly),
    Memory: function (descriptor: WebAssembly.MemoryDescriptor) {
      const memory = new Memory(descriptor);
      memories.push(memory);
      return memory;
    },
  });
  const { model } = await load(POCKET, "wasm");
  vi.unstubAllGlobals();
  const wasmBytes = () => Math.max(...memories.map(({ buffer }) => buffer.byteLength));

  await run(model, 10, 16, 32);
  const [heapBefore, wasmBefore] = [await heapBytes(), wasmBytes()];
  await run(model, RUNS, 16, 32);
  expect(wasmBytes()).toBe(wasmBefore);
  expect((await heapBytes()) - heapBefore).toBeLessThan(1_000_000);
  await model.dispose();
});

test("50 runs on WebGPU leave no buffer and the heap flat", async () => {
  let buffers = 0;
  const create = vi.spyOn(GPUDevice.prototype, "createBuffer");
  const destroy = vi.spyOn(GPUBuffer.prototype, "destroy");
  const live = () => create.mock.calls.length - new Set(destroy.mock.contexts).size;
  const { model } = await load(await fixture("nano"), "webgpu");

  await run(model, 5, 2, 4);
  buffers = live();
  const heapBefore = await heapBytes();
  await run(model, RUNS, 2, 4);
  expect(live()).toBeLessThanOrEqual(buffers);
  expect((await heapBytes()) - heapBefore).toBeLessThan(1_000_000);
  await model.dispose();
});

function namesOf(namespace: object): object {
  return Object.fromEntries(
    Object.getOwnPropertyNames(namespace).map((name) => [name, namespace[name as keyof object]]),
  );
}
