import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openDecoder } from "../onnx/open-decoder";
import { startRuntime } from "../onnx/runtime";
import { readOnnxModel } from "./onnx-model";
import { writeOnnxModel } from "./write-onnx-model";

const NANO = readFileSync("tests/fixtures/nano/onnx/model.onnx");

/** Nano whose input_ids have two dimensions with neither a size nor a name, as onnx.proto3 allows. */
function unnamed(): Uint8Array {
  const model = readOnnxModel(NANO);
  const inputs = model.inputs.map((value) =>
    value.name === "input_ids" ? { ...value, shape: ["", ""] } : value,
  );
  return writeOnnxModel({ ...model, inputs }, "w");
}

test("dimensions without a name keep their place", () => {
  expect(readOnnxModel(unnamed()).inputs[0]!.shape).toHaveLength(2);
});

test.each(["exported", "shared"] as const)(
  "with attention %s it opens and reads",
  async (attention) => {
    const files = { graph: unnamed(), externalData: [{ path: "w", data: NANO }] };
    const { decoder, release } = await openDecoder(
      await startRuntime("wasm"),
      files,
      3,
      undefined,
      attention,
    );
    expect((await decoder.read(undefined, [1, 2, 3])).logits).toHaveLength(768);
    await release();
  },
  60_000,
);
