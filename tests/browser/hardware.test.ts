import { expect, test } from "vitest";
import { findAdapter } from "../../src/engine/onnx/gpu";
import { fixture, load } from "./models";

test("a model on WebGPU says which adapter it runs on, its limits, and what is used of it", async () => {
  const { model, loaded } = await load(await fixture("nano"), "webgpu");
  const { limits, info, features } = (await findAdapter())!;
  expect(loaded.hardware).toEqual({
    device: "webgpu",
    build: "Suspending" in WebAssembly ? "jspi" : "asyncify",
    adapter: expect.stringMatching(/swiftshader/i) as string,
    vendor: info.vendor,
    architecture: info.architecture,
    maxBufferBytes: limits.maxBufferSize,
    maxBindingBytes: limits.maxStorageBufferBindingSize,
    float16: features.has("shader-f16"),
    subgroups: features.has("subgroups") ? "unused" : "absent",
  });
  await model.dispose();
});

test("a model on WebAssembly says how many threads and how much memory it can have", async () => {
  const { model, loaded } = await load(await fixture("nano"), "wasm");
  expect(loaded.hardware).toEqual({
    device: "wasm",
    build: "plain",
    threads: 1,
    memoryLimitBytes: 2 ** 32,
  });
  await model.dispose();
});
