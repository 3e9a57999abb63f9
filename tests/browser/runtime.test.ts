import * as ort from "onnxruntime-web/wasm";
import { expect, test } from "vitest";

// y = x + x as an ONNX file, field by field.
const DOUBLE = Uint8Array.from(
  [
    [0x08, 0x08], // ir_version: 8
    [0x3a, 0x37], // graph: 55 bytes
    [0x0a, 0x0e, 0x0a, 0x01, 0x78, 0x0a, 0x01, 0x78, 0x12, 0x01, 0x79, 0x22, 0x03, 0x41, 0x64, 0x64], // y = Add(x, x)
    [0x12, 0x01, 0x67], // name: g
    [
      0x5a, 0x10, 0x0a, 0x01, 0x78, 0x12, 0x0b, 0x0a, 0x09, 0x08, 0x01, 0x12, 0x05, 0x0a, 0x03, 0x12, 0x01,
      0x6e,
    ], // in: x float[n]
    [
      0x62, 0x10, 0x0a, 0x01, 0x79, 0x12, 0x0b, 0x0a, 0x09, 0x08, 0x01, 0x12, 0x05, 0x0a, 0x03, 0x12, 0x01,
      0x6e,
    ], // out: y float[n]
    [0x42, 0x02, 0x10, 0x11], // opset: 17
  ].flat(),
);

test("the runtime runs a model on WebAssembly", async () => {
  ort.env.wasm.numThreads = 1;
  const session = await ort.InferenceSession.create(DOUBLE, { executionProviders: ["wasm"] });
  const { y } = await session.run({ x: new ort.Tensor("float32", [1, 2, 3], [3]) });
  expect(Array.from(y!.data as Float32Array)).toEqual([2, 4, 6]);
  await session.release();
});

test("there is a WebGPU adapter, in software where need be", async () => {
  const adapter = await navigator.gpu.requestAdapter();
  expect(adapter).not.toBeNull();
});
