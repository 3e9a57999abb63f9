import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FLOAT, FLOAT16, type OnnxModel, type OnnxNode, readOnnxModel } from "./onnx-model";
import { CannotRewrite } from "./read-attention";
import { rewriteDecoder } from "./rewrite-decoder";

const read = (path: string) => readOnnxModel(readFileSync(path));
const nano = () => read("tests/fixtures/nano/onnx/model.onnx");
const names = (values: readonly { name: string }[]) => values.map(({ name }) => name);
const ofKind = ({ nodes }: OnnxModel, operator: string) => nodes.filter((node) => node.operator === operator);
const attentionOf = (model: OnnxModel) => ofKind(model, "GroupQueryAttention");

describe.each([
  ["the pocket policy", "models/pocket/policy/onnx/model.onnx", { layers: 5, heads: 6, packed: 0 }],
  [
    "the pocket policy in four bits",
    "models/pocket/policy/onnx/model_q4.onnx",
    { layers: 5, heads: 6, packed: 35 },
  ],
  ["nano", "tests/fixtures/nano/onnx/model.onnx", { layers: 3, heads: 4, packed: 0 }],
  ["nano in four bits", "tests/fixtures/nano/onnx/model_q4.onnx", { layers: 3, heads: 4, packed: 21 }],
  ["nano-qwen3", "tests/fixtures/nano-qwen3/onnx/model.onnx", { layers: 3, heads: 4, packed: 0 }],
  [
    "nano-qwen3 in four bits",
    "tests/fixtures/nano-qwen3/onnx/model_q4.onnx",
    { layers: 3, heads: 4, packed: 21 },
  ],
] as const)("%s, rewritten", (_, path, { layers: count, heads, packed }) => {
  const exported = read(path);
  const { model, layers } = rewriteDecoder(exported);
  const each = Array.from({ length: count }, (_, layer) => layer);

  test("has no attention of the runtime's, and all of its layers", () => {
    expect(attentionOf(model)).toEqual([]);
    expect(layers.map(({ index }) => index)).toEqual(each);
    for (const layer of layers) {
      expect(layer).toMatchObject({ heads, kvHeads: 2, headDim: 32, half: false });
      expect(layer.scale).toBeCloseTo(32 ** -0.5, 6);
      expect(layer.rotary).toEqual({ cos: "cos_cache", sin: "sin_cache", interleaved: 0 });
    }
  });

  test("has its matrices untouched", () => {
    for (const operator of ["MatMulNBits", "SimplifiedLayerNormalization"]) {
      expect(ofKind(model, operator)).toEqual(ofKind(exported, operator));
    }
    expect(ofKind(model, "MatMulNBits")).toHaveLength(packed);
    expect(ofKind(model, "MatMulNBits").every(({ bytes }) => bytes!.buffer === exported.file.buffer)).toBe(
      true,
    );
    const weights = exported.initializers.filter(({ data }) => data!.length >= 1024);
    expect(weights.filter((weight) => !model.initializers.includes(weight))).toEqual([]);
  });

  test("takes and gives what is declared, keys and values of new tokens alone coming out", () => {
    const kept = ["attention_bias_kept", "row_paths_kept"];
    const cache = each.flatMap((layer) => ["prefix", "tail"].flatMap((place) => [`${place}.${layer}.key`, `${place}.${layer}.value`])); // prettier-ignore
    const others = ["input_ids", "position_ids", "num_logits_to_keep", "attention_lengths", "attention_bias", "row_paths"]; // prettier-ignore
    expect(names(model.inputs).sort()).toEqual([...others, ...kept, ...cache].sort());
    const fresh = each.flatMap((layer) => [`new.${layer}.key`, `new.${layer}.value`]);
    expect(names(model.outputs)).toEqual(["logits", ...fresh]);
    const shapeOf = (wanted: string) => [...model.inputs, ...model.outputs].find(({ name }) => name === wanted)!.shape; // prettier-ignore
    expect(shapeOf("prefix.0.key")).toEqual([2, "prefix", "key_width"]);
    expect(shapeOf("prefix.1.value")).toEqual([2, "prefix", 32]);
    expect(shapeOf("tail.2.key")).toEqual([2, "rows", "tail", 32]);
    expect(shapeOf("new.0.value")).toEqual([2, "rows", "new", 32]);
  });

  test("is whole: each value is made before it is used, once, and all that is made is used", () => {
    const known = new Set([...names(model.inputs), ...names(model.initializers)]);
    expect(known.size).toBe(model.inputs.length + model.initializers.length);
    const used = new Set(names(model.outputs));
    for (const { inputs, outputs, name } of model.nodes) {
      for (const input of inputs.filter(Boolean)) {
        expect(known.has(input), `${name} uses ${input}`).toBe(true);
        used.add(input);
      }
      for (const output of outputs.filter(Boolean)) {
        expect(known.has(output), `${output} is made twice`).toBe(false);
        known.add(output);
      }
    }
    const idle = model.nodes.filter(({ outputs }) => !outputs.some((output) => used.has(output)));
    expect(names(idle)).toEqual([]);
    expect([...names(model.inputs), ...names(model.initializers)].filter((name) => !used.has(name))).toEqual(
      [],
    );
    expect([...known].filter((name) => /mask|past_key|present/.test(name))).toEqual([]);
  });

  test("goes on behind the last layer's attention, and only there, with the positions that are kept", () => {
    expect(layers.map(({ trimmed }) => trimmed)).toEqual(each.map((layer) => layer === count - 1));
    const slices = ofKind(model, "Slice").filter(({ name }) => name.startsWith("/quorum/"));
    expect(slices).toHaveLength(2); // queries and residual
    const join = model.nodes.find(({ inputs }) => inputs.includes(slices[1]!.outputs[0]!))!;
    expect(join).toMatchObject({ operator: "SkipSimplifiedLayerNormalization", domain: "com.microsoft" });
    expect(join.outputs[0]).toContain(`layers.${count - 1}/post_attention`);
    const before = ofKind(exported, join.operator).find(({ name }) => name === join.name)!;
    expect(join.attributes).toEqual(before.attributes);
    expect(join.inputs.map((input) => (input === slices[1]!.outputs[0] ? slices[1]!.inputs[0] : input))).toEqual(before.inputs); // prettier-ignore
  });
});

test("the model that was read stays what it was", () => {
  const exported = nano();
  const said = ({ nodes, initializers, inputs, outputs, opsets }: OnnxModel) =>
    JSON.stringify([
      nodes.map(({ bytes: _, ...node }) => node),
      names(initializers),
      inputs,
      outputs,
      [...opsets],
    ]);
  const before = said(exported);
  rewriteDecoder(exported);
  expect(said(exported)).toBe(before);
  expect(exported.nodes.every(({ bytes }) => bytes)).toBe(true);
});

test("a graph whose last residual cannot be found is rewritten with all positions going on to the end", () => {
  const model = nano();
  const output = attentionOf(model).at(-1)!.outputs[0]!;
  const at = model.nodes.findIndex(({ inputs }) => inputs.includes(output));
  const node = (operator: string, inputs: string[], output: string): OnnxNode => ({ operator, domain: "", name: output, inputs, outputs: [output], attributes: {} }); // prettier-ignore
  model.nodes.splice(at, 0, node("Sigmoid", [output], "gate"), node("Mul", [output, "gate"], "gated"));
  const { bytes: _, ...projection } = model.nodes[at + 2]!;
  model.nodes[at + 2] = { ...projection, inputs: projection.inputs.map((input) => (input === output ? "gated" : input)) }; // prettier-ignore

  const rewritten = rewriteDecoder(model);
  expect(rewritten.layers.map(({ trimmed }) => trimmed)).toEqual([false, false, false]);
  expect(ofKind(rewritten.model, "Slice").filter(({ name }) => name.startsWith("/quorum/"))).toEqual([]);
  expect(names(rewritten.model.inputs).filter((name) => name.endsWith("_kept"))).toEqual([]);
  expect(names(rewritten.model.inputs)).toContain("num_logits_to_keep"); // for the logits alone
});

test("what needs all positions behind the last layer is not trimmed either", () => {
  const model = nano();
  const head = model.nodes.at(-1)!;
  model.nodes[model.nodes.length - 1] = { ...head, outputs: ["bare"], bytes: new Uint8Array() };
  model.nodes.push({ operator: "Add", domain: "", name: "add", inputs: ["bare", "/model/embed_tokens/Gather/output_0"], outputs: ["logits"], attributes: {} }); // prettier-ignore
  expect(rewriteDecoder(model).layers.at(-1)!.trimmed).toBe(false);
});

describe.each([
  "nano/onnx/model.onnx",
  "nano/onnx/model_q4.onnx",
  "nano-qwen3/onnx/model.onnx",
  "nano-qwen3/onnx/model_q4.onnx",
])("%s, rewritten for a GPU", (path) => {
  const { model } = rewriteDecoder(read(`tests/fixtures/${path}`), "webgpu");

  test("has no operator that the runtime would compute on the CPU, to which all would be copied and back", () => {
    // What onnxruntime-web 1.30 has a WebGPU program for, and what only ever concerns shapes.
    const known = ["Add", "Cast", "Concat", "Cos", "Gather", "MatMul", "MatMulNBits", "Mul", "Reshape", "RotaryEmbedding", "Sigmoid", "Sin", "SimplifiedLayerNormalization", "SkipSimplifiedLayerNormalization", "Slice", "Softmax", "Split", "Transpose"]; // prettier-ignore
    const ofShapes = ["Neg", "Shape", "Unsqueeze"];
    const operators = new Set(model.nodes.map(({ operator }) => operator));
    expect([...operators].filter((one) => ![...known, ...ofShapes].includes(one))).toEqual([]);
  });

  test("hides prefixes by a bias and not by longer keys, which have the numbers of a head together", () => {
    const shapeOf = (name: string) => model.inputs.find((input) => input.name === name)?.shape;
    expect(shapeOf("row_paths")).toBeUndefined();
    expect(shapeOf("prefix_bias")).toEqual(["rows_or_one", 1, "prefix"]);
    expect(shapeOf("prefix.1.key")).toEqual([2, 32, "prefix"]);
    expect(shapeOf("tail.1.key")).toEqual([2, "rows", 32, "tail"]);
    expect(model.outputs.find(({ name }) => name === "new.1.key")!.shape).toEqual([2, "rows", 32, "new"]);
  });
});

test("a cache in half precision is refused for a GPU, where it is untried, and taken for WebAssembly", () => {
  const model = nano();
  for (const input of model.inputs) if (input.name.startsWith("past_key_values")) input.type = FLOAT16;
  expect(() => rewriteDecoder(model, "webgpu")).toThrow(/half precision/);
  expect(rewriteDecoder(model).layers.every(({ half }) => half)).toBe(true);
});

describe("a graph that would not compute the same is refused, with the reason", () => {
  const setting = (name: string, value: OnnxNode["attributes"][string]) => (model: OnnxModel) => {
    attentionOf(model)[1]!.attributes[name] = value; // One layer of it is enough.
  };
  const cacheInput = (model: OnnxModel) => model.inputs.find(({ name }) => name === "past_key_values.1.key")!;

  test.each<[string, (model: OnnxModel) => void, RegExp]>([
    ["a sliding window", setting("local_window_size", { int: 128 }), /local_window_size/],
    ["a soft cap", setting("softcap", { float: 50 }), /softcap/],
    ["a smooth softmax", setting("smooth_softmax", { int: 1 }), /smooth_softmax/],
    ["scores that come out", setting("qk_output", { int: 1 }), /qk_output/],
    ["inputs behind the sines", (model) => attentionOf(model)[0]!.inputs.push("", "a_bias"), /more inputs/],
    ["no attention", (model) => attentionOf(model).forEach((node) => (node.operator = "MultiHeadAttention")), /no GroupQueryAttention/], // prettier-ignore
    ["old operators", (model) => model.opsets.set("", 14), /too old/],
    ["no operators of ONNX's at all", (model) => model.opsets.delete(""), /too old/],
    ["a cache of no known size", (model) => (cacheInput(model).shape[3] = "head_dim"), /no known size/],
    ["a cache in whole numbers", (model) => (cacheInput(model).type = 3), /not in floats/],
    [
      "a mask that something else uses",
      (model) => {
        model.nodes.push({ operator: "Add", domain: "", name: "add", inputs: ["bare", "attention_mask"], outputs: ["logits"], attributes: {} }); // prettier-ignore
        model.nodes.find(({ outputs }) => outputs[0] === "logits")!.outputs[0] = "bare";
      },
      /"attention_mask" is used outside of attention/,
    ],
    [
      "a cache that something else uses",
      (model) => {
        model.nodes.push({ operator: "Add", domain: "", name: "add", inputs: ["bare", "past_key_values.0.key"], outputs: ["logits"], attributes: {} }); // prettier-ignore
        model.nodes.find(({ outputs }) => outputs[0] === "logits")!.outputs[0] = "bare";
      },
      /"past_key_values\.0\.key" is used outside of attention/,
    ],
  ])("%s", (_, change, reason) => {
    const model = nano();
    change(model);
    const attempt = () => rewriteDecoder(model);
    expect(attempt).toThrow(CannotRewrite);
    expect(attempt).toThrow(reason);
  });

  test("settings at the value at which they change nothing are no reason", () => {
    const model = nano();
    setting("local_window_size", { int: -1 })(model);
    setting("softcap", { float: 0 })(model);
    attentionOf(model)[0]!.inputs.push("", "");
    expect(attentionOf(rewriteDecoder(model).model)).toEqual([]);
    expect(cacheInput(model).type).toBe(FLOAT);
  });
});
