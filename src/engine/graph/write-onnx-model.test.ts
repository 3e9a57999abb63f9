import { readFileSync } from "node:fs";
import { PbfReader } from "pbf";
import { describe, expect, test } from "vitest";
import { GraphWriter } from "./graph-writer";
import { type Initializer, type OnnxModel, readOnnxModel } from "./onnx-model";
import { rewriteDecoder } from "./rewrite-decoder";
import { writeOnnxModel } from "./write-onnx-model";

const WEIGHTS = "the-weights";
const LARGE = 1024; // bytes
const DATA = 9;
const [EXTERNAL_DATA, DATA_LOCATION] = [13, 14];

/** What stands in an initializer's message: its raw bytes, or the reference to where they are. */
function stored({ bytes }: Initializer) {
  const reference: Record<string, string> = {};
  let raw: Uint8Array | undefined;
  let location = 0;
  const reader = new PbfReader(bytes);
  for (let field = reader.nextField(); field; field = reader.nextField()) {
    if (field === DATA) raw = reader.readBytes();
    if (field === DATA_LOCATION) location = reader.readVarint();
    if (field !== EXTERNAL_DATA) continue;
    const end = reader.readVarint() + reader.pos;
    const entry = ["", ""];
    for (let part = reader.nextField(end); part; part = reader.nextField(end)) {
      entry[part - 1] = reader.readString();
    }
    reference[entry[0]!] = entry[1]!;
  }
  return { raw, reference, location };
}

const withoutBytes = ({ nodes, inputs, outputs, irVersion, opsets }: OnnxModel) => ({
  nodes: nodes.map(({ bytes: _, ...node }) => node),
  inputs,
  outputs,
  irVersion,
  opsets,
});

describe.each([
  ["nano", "tests/fixtures/nano/onnx/model.onnx"],
  ["nano in four bits", "tests/fixtures/nano/onnx/model_q4.onnx"],
  ["the pocket policy", "models/pocket/policy/onnx/model.onnx"],
  ["the pocket policy in four bits", "models/pocket/policy/onnx/model_q4.onnx"],
])("%s, written again", (_, path) => {
  const file = readFileSync(path);
  const model = readOnnxModel(file);
  const written = writeOnnxModel(model, WEIGHTS);
  const again = readOnnxModel(written);

  test("is a small part of the file", () => {
    const large = model.initializers.reduce(
      (sum, { data }) => sum + (data!.length < LARGE ? 0 : data!.length),
      0,
    );
    expect(written.length).toBeLessThan(file.length - 0.99 * large);
    expect(written.length).toBeLessThan(file.length / 5);
  });

  test("has the same nodes, inputs, outputs and operators", () => {
    expect(withoutBytes(again)).toEqual(withoutBytes(model));
    expect(again.nodes.every(({ bytes }, at) => Buffer.compare(bytes!, model.nodes[at]!.bytes!) === 0)).toBe(
      true,
    );
  });

  test("refers to its large weights by where they are in the file, and keeps the small ones", () => {
    expect(again.initializers.map(({ name, dims, type }) => ({ name, dims, type }))).toEqual(
      model.initializers.map(({ name, dims, type }) => ({ name, dims, type })),
    );
    let references = 0;
    again.initializers.forEach((tensor, at) => {
      const before = stored(model.initializers[at]!).raw!;
      const { raw, reference, location } = stored(tensor);
      if (before.length < LARGE) {
        expect(Buffer.compare(raw!, before), tensor.name).toBe(0);
        expect([reference, location]).toEqual([{}, 0]);
        return;
      }
      references++;
      expect([raw, location, reference.location], tensor.name).toEqual([undefined, 1, WEIGHTS]);
      const { offset, length } = reference;
      const slice = file.subarray(Number(offset), Number(offset) + Number(length));
      expect(Buffer.compare(slice, before), tensor.name).toBe(0);
    });
    expect(references).toBeGreaterThan(20);
  });

  test("what refers to another file goes on doing so when it is written once more", () => {
    const twice = readOnnxModel(writeOnnxModel(again, "another name"));
    expect(twice.initializers.map(stored)).toEqual(again.initializers.map(stored));
  });
});

test("the rewritten graph of the pocket policy in four bits is a small part of the file too", () => {
  const file = readFileSync("models/pocket/policy/onnx/model_q4.onnx");
  const written = writeOnnxModel(rewriteDecoder(readOnnxModel(file)).model, WEIGHTS);
  expect(written.length).toBeLessThan(file.length / 5);
});

test("nodes and constants that are new are read as they were written", () => {
  const graph = new GraphWriter();
  const parts = graph.split("both", graph.ints(3, -4), 2);
  const turned = graph.transpose(graph.reshape(parts[0]!, 0, -1), [1, 0]);
  graph.add("RotaryEmbedding", [turned, "", "cos"], {
    scale: { float: 0.5 },
    axis: { int: -2 },
    mode: { text: "x" },
  });
  graph.ints(3, -4); // The same once more is the same constant.
  const model: OnnxModel = {
    file: new Uint8Array(),
    irVersion: 8,
    opsets: new Map([["", 15]]),
    nodes: graph.nodes,
    initializers: graph.constants,
    inputs: [{ name: "both", type: 1, shape: ["rows", 7] }],
    outputs: [{ name: parts[1]!, type: 10, shape: [] }],
  };
  const again = readOnnxModel(writeOnnxModel(model, WEIGHTS));
  expect(withoutBytes(again)).toEqual(withoutBytes(model));
  expect(again.nodes.map(({ domain }) => domain)).toEqual(["", "", "", "com.microsoft"]);
  const numbers = again.initializers.map((tensor) => [
    ...new BigInt64Array(stored(tensor).raw!.slice().buffer),
  ]);
  expect(numbers).toEqual([[3n, -4n], [0n, -1n]]); // prettier-ignore
});
