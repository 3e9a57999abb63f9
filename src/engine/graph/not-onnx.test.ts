import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { NotOnnx, readOnnxModel } from "./onnx-model";

test.each([
  ["a zip", Buffer.from("PK\x03\x04\x14\0\0\0\x08\0")],
  ["a PNG", readFileSync("public/icon-192.png")],
  ["zeros", Buffer.alloc(4096)],
  [
    "a safetensors file",
    Buffer.concat([Buffer.from([0x40, 1, 0, 0, 0, 0, 0, 0]), Buffer.from('{"a":{}}'), Buffer.alloc(99)]),
  ],
  [
    "a file cut in a field that is skipped",
    readFileSync("tests/fixtures/nano/onnx/model.onnx").subarray(0, 7),
  ],
])("%s is NotOnnx", (_, bytes) => {
  expect(() => readOnnxModel(bytes)).toThrow(NotOnnx);
});
