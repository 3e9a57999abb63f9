import * as ort from "onnxruntime-web/wasm";
import { expect, test } from "vitest";
import { halfToNumber, lastLogits } from "./last-logits";

test("each row's last position is taken", () => {
  const all = Float32Array.from({ length: 12 }, (_, i) => i);
  const rows = lastLogits(new ort.Tensor("float32", all, [2, 3, 2]));
  expect(rows.map((row) => [...row])).toEqual([
    [4, 5],
    [10, 11],
  ]);
});

test("half-precision logits become numbers", () => {
  const [row] = lastLogits(new ort.Tensor("float16", Uint16Array.of(0x3c00, 0xc100), [1, 1, 2]));
  expect([...row!]).toEqual([1, -2.5]);
});

test.each([
  [0x0000, 0],
  [0x3555, 0.333251953125],
  [0x7bff, 65504],
  [0x0001, 2 ** -24],
  [0x8400, -(2 ** -14)],
  [0xfc00, -Infinity],
  [0x7e00, NaN],
])("the bits %i are %d", (bits, value) => {
  expect(halfToNumber(bits)).toBe(value);
});
