import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FLOAT, FLOAT16, INT64, NotOnnx, readOnnxModel } from "./onnx-model";

const NANO = readFileSync("tests/fixtures/nano/onnx/model.onnx");

test("a decoder is read as far as a rewriter must know it", () => {
  const model = readOnnxModel(NANO);
  expect(model.irVersion).toBe(9);
  expect([...model.opsets].sort()).toEqual([["", 18], ["com.microsoft", 1]]); // prettier-ignore
  expect(model.nodes).toHaveLength(77);
  expect(model.inputs.slice(0, 4)).toEqual([
    { name: "input_ids", type: INT64, shape: ["batch_size", "sequence_length"] },
    { name: "attention_mask", type: INT64, shape: ["batch_size", "total_sequence_length"] },
    { name: "num_logits_to_keep", type: INT64, shape: [] },
    { name: "past_key_values.0.key", type: FLOAT, shape: ["batch_size", 2, "past_sequence_length", 32] },
  ]);
  expect(model.outputs[0]).toEqual({ name: "logits", type: FLOAT, shape: ["batch_size", "num_logits", 768] });

  const attention = model.nodes.find(({ operator }) => operator === "GroupQueryAttention")!;
  expect(attention).toMatchObject({ domain: "com.microsoft", attributes: { num_heads: { int: 4 }, kv_num_heads: { int: 2 }, do_rotary: { int: 1 }, scale: { float: Math.fround(32 ** -0.5) } } }); // prettier-ignore
  expect(attention.inputs).toHaveLength(9);
  expect(attention.outputs.slice(1)).toEqual(["present.0.key", "present.0.value"]);
});

test("what is large stays a view of the file", () => {
  const model = readOnnxModel(NANO);
  for (const { bytes } of [...model.nodes, ...model.initializers]) expect(bytes!.buffer).toBe(NANO.buffer);
  const embeddings = model.initializers.find(({ name }) => name === "model.embed_tokens.weight.fp16")!;
  expect(embeddings).toMatchObject({ dims: [768, 96], type: FLOAT16, data: { length: 768 * 96 * 2 } });
  const numbers = model.initializers.map(({ data }) => data!);
  expect(numbers.every(({ offset, length }) => offset + length <= NANO.length)).toBe(true);
});

describe("what is not a whole ONNX file is NotOnnx", () => {
  test.each([20, 100, 99_999, NANO.length >> 1, NANO.length - 100])(
    "the fixture cut after %i bytes",
    (length) => {
      expect(() => readOnnxModel(NANO.subarray(0, length))).toThrow(NotOnnx);
    },
  );

  test.each([
    ["a page that says so", "<!doctype html><html><body>Not found</body></html>"],
    ["another one", "<html><body>Not found</body></html>"],
    ["a line of text", "Not found"],
    ["a JSON file", readFileSync("tests/fixtures/nano/config.json", "utf8")],
    [
      "a pointer to the file",
      "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n",
    ],
    ["a GGUF file", "GGUF\x03\0\0\0\x23\x01\0\0\0\0\0\0\x1a\0\0\0\0\0\0\0"],
  ])("%s", (_, content) => {
    expect(() => readOnnxModel(new TextEncoder().encode(content))).toThrow(NotOnnx);
  });

  test("bytes that mean nothing", () => {
    expect(() => readOnnxModel(new Uint8Array(1000).fill(255))).toThrow(NotOnnx);
  });
});
