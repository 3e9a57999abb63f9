import * as ort from "onnxruntime-web/wasm";
import { expect, test } from "vitest";
import { gatherOnCpu } from "./gather-rows";

const gather = gatherOnCpu(ort);

test("rows are copied in the order asked for", () => {
  const tensor = new ort.Tensor("float32", Float32Array.of(1, 2, 3, 4, 5, 6), [3, 1, 2]);
  const [copy] = gather([tensor], [2, 0, 2, 1]);
  expect(copy!.dims).toEqual([4, 1, 2]);
  expect([...(copy!.data as Float32Array)]).toEqual([5, 6, 1, 2, 5, 6, 3, 4]);
  expect([...tensor.data]).toEqual([1, 2, 3, 4, 5, 6]);
});

test("half-precision values keep their bits", () => {
  const tensor = new ort.Tensor("float16", Uint16Array.of(0x3c00, 0xc000), [2, 1]);
  const [copy] = gather([tensor], [1, 1, 0]);
  const { buffer } = copy!.data as Uint16Array; // or a Float16Array, where there is one
  expect([...new Uint16Array(buffer)]).toEqual([0xc000, 0xc000, 0x3c00]);
});
