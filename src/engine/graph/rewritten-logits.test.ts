// A rewritten graph computes what the exported one does: the same logits, under Node, for whatever a decoder is asked to read.
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { Sequence } from "../language-model";
import type { GraphFiles } from "../onnx/create-session";
import { openDecoder } from "../onnx/open-decoder";
import { type Runtime, startRuntime } from "../onnx/runtime";
import { type Attribute, FLOAT, FLOAT16, type OnnxModel, type OnnxNode, readOnnxModel } from "./onnx-model";
import { rewriteDecoder } from "./rewrite-decoder";
import { writeOnnxModel } from "./write-onnx-model";

const LAYERS = 3;
const PATIENCE = 60_000; // ms, for a machine that does other things at once
const PROMPT = Array.from({ length: 150 }, (_, at) => 5 + ((at * 37) % 200)); // more than one piece
const SHORT = PROMPT.slice(0, 9).map((token) => token + 1);

const fixture = (path: string) => readFileSync(`tests/fixtures/${path}`);
const attentionOf = ({ nodes }: OnnxModel) =>
  nodes.filter(({ operator }) => operator === "GroupQueryAttention");

/** The nano graph changed, in a file of its own beside its weights. */
function edited(change: (model: OnnxModel) => void): GraphFiles {
  const file = fixture("nano/onnx/model.onnx");
  const model = readOnnxModel(file);
  change(model);
  const graph = writeOnnxModel(model, "model.onnx_data");
  return { graph, externalData: [{ path: "model.onnx_data", data: file }] };
}

function replace(model: OnnxModel, node: OnnxNode, changes: Partial<OnnxNode>): void {
  const { bytes: _, ...rest } = node;
  model.nodes[model.nodes.indexOf(node)] = { ...rest, ...changes };
}

function makeNode(
  operator: string,
  inputs: string[],
  output: string,
  attributes: Record<string, Attribute> = {},
): OnnxNode {
  // prettier-ignore
  return { operator, domain: "", name: output, inputs, outputs: [output], attributes };
}

function withAttributes(changes: Record<string, Attribute>): (model: OnnxModel) => void {
  return (model) => {
    for (const node of attentionOf(model)) {
      replace(model, node, { attributes: { ...node.attributes, ...changes } });
    }
  };
}

/** As graphs are that always compute all positions' logits. */
function withoutLogitsToKeep(model: OnnxModel): void {
  model.inputs = model.inputs.filter(({ name }) => name !== "num_logits_to_keep");
  const slice = model.nodes.find(({ operator }) => operator === "Slice")!;
  const head = model.nodes.at(-1)!;
  replace(model, head, { inputs: [slice.inputs[0]!, head.inputs[1]!] });
  model.nodes = model.nodes.filter(({ operator }) => !["Slice", "Neg", "Unsqueeze"].includes(operator));
}

/** The last layer's attention is used twice, so that where it joins the residual cannot be told. */
function withoutLastResidual(model: OnnxModel): void {
  const output = attentionOf(model).at(-1)!.outputs[0]!;
  const projection = model.nodes.find(({ inputs }) => inputs.includes(output))!;
  const gate = [makeNode("Sigmoid", [output], "gate"), makeNode("Mul", [output, "gate"], "gated")];
  model.nodes.splice(model.nodes.indexOf(projection), 0, ...gate);
  replace(model, projection, { inputs: ["gated", projection.inputs[1]!] });
}

/** Queries, keys and values as one projection would make them. */
function sideBySide(model: OnnxModel): void {
  attentionOf(model).forEach((node, layer) => {
    const joined = makeNode("Concat", node.inputs.slice(0, 3), `joined.${layer}`, { axis: { int: -1 } });
    model.nodes.splice(model.nodes.indexOf(node), 0, joined);
    replace(model, node, { inputs: [joined.name, "", "", ...node.inputs.slice(3)] });
  });
}

function withoutRotary(model: OnnxModel): void {
  for (const node of attentionOf(model)) {
    replace(model, node, {
      inputs: node.inputs.slice(0, 7),
      attributes: { ...node.attributes, do_rotary: { int: 0 } },
    });
  }
}

/** As graphs are whose attention and cache are in half precision. */
function inHalf(model: OnnxModel): void {
  for (const value of [...model.inputs, ...model.outputs]) {
    if (/^(past_key_values|present)/.test(value.name)) value.type = FLOAT16;
  }
  const cast = (input: string, to: number) =>
    makeNode("Cast", [input], `${input}.${to}`, { to: { int: to } });
  const halves = new Set<string>();
  for (const node of attentionOf(model)) {
    const { inputs, outputs } = node;
    const before = [...inputs.slice(0, 3), ...inputs.slice(7)].filter((input) => !halves.has(input));
    before.forEach((input) => halves.add(input));
    const at = model.nodes.indexOf(node);
    const after = { ...cast(`${outputs[0]}.half`, FLOAT), outputs: [outputs[0]!] };
    model.nodes.splice(at + 1, 0, after);
    model.nodes.splice(at, 0, ...before.map((input) => cast(input, FLOAT16)));
    replace(model, node, {
      inputs: inputs.map((input) => (halves.has(input) ? `${input}.${FLOAT16}` : input)),
      outputs: [`${outputs[0]}.half`, ...outputs.slice(1)],
    });
  }
}

const whole = (path: string): GraphFiles => ({ graph: fixture(path), externalData: [] });
const all = (...changes: ((model: OnnxModel) => void)[]) =>
  edited((model) => changes.forEach((change) => change(model)));

let runtime: Runtime;
beforeAll(async () => {
  runtime = await startRuntime("wasm");
}, PATIENCE);

describe.each<[string, GraphFiles, { trimmed: boolean; within?: number }]>([
  ["nano", whole("nano/onnx/model.onnx"), { trimmed: true }],
  ["nano in four bits", whole("nano/onnx/model_q4.onnx"), { trimmed: true }],
  ["nano-qwen3", whole("nano-qwen3/onnx/model.onnx"), { trimmed: true }],
  ["nano-qwen3 in four bits", whole("nano-qwen3/onnx/model_q4.onnx"), { trimmed: true }],
  ["a graph beside its weights", all(), { trimmed: true }],
  ["a graph that cannot be told how many logits to keep", all(withoutLogitsToKeep), { trimmed: true }],
  ["a graph that cannot be trimmed", all(withoutLastResidual), { trimmed: false }],
  ["a graph that can do neither", all(withoutLogitsToKeep, withoutLastResidual), { trimmed: false }],
  ["a graph that projects all in one", all(sideBySide), { trimmed: true }],
  ["a graph with neighbours turned together", all(withAttributes({ rotary_interleaved: { int: 1 } })), { trimmed: true }], // prettier-ignore
  ["a graph with a scale of its own", all(withAttributes({ scale: { float: 0.4 } })), { trimmed: true }],
  ["a graph in half precision", all(inHalf), { trimmed: true, within: 0.02 }],
  ["a graph that turns nothing", all(withoutRotary), { trimmed: true }],
  ["a graph that turns nothing and projects all in one", all(sideBySide, withoutRotary), { trimmed: true }],
])("%s, rewritten", (_, files, { trimmed, within = 1e-4 }) => {
  test(
    "has the exported graph's logits for a prompt, what is appended to it, and rows behind it",
    { timeout: PATIENCE },
    async () => {
      expect(rewriteDecoder(readOnnxModel(files.graph)).layers.at(-1)!.trimmed).toBe(trimmed);
      const ours = await openDecoder(runtime, files, LAYERS, undefined, "shared");
      const theirs = await openDecoder(runtime, files, LAYERS, undefined, "exported");
      expect([ours.decoder.sharesPrefix, theirs.decoder.sharesPrefix]).toEqual([true, false]);
      const expectSame = (logits: Float32Array, { logits: expected }: Sequence) => {
        expect(logits).toHaveLength(expected!.length);
        expect(Math.max(...expected!) - Math.min(...expected!)).toBeGreaterThan(0.1); // They say something.
        expect(distance(logits, expected!)).toBeLessThan(within);
      };
      const read = (tokens: readonly number[]) => theirs.decoder.read(undefined, tokens);
      try {
        const [long, short] = [
          await ours.decoder.read(undefined, PROMPT),
          await ours.decoder.read(undefined, SHORT),
        ];
        expectSame(long.logits!, await read(PROMPT));
        expectSame((await short.append([3, 4, 5])).logits!, await read([...SHORT, 3, 4, 5]));

        const batch = ours.decoder.batch([short, long, short]);
        await batch.append([[7], [8, 9, 10], [11, 12]]);
        const rows = [[...SHORT, 7], [...PROMPT, 8, 9, 10], [...SHORT, 11, 12]]; // prettier-ignore
        for (const [row, tokens] of rows.entries()) expectSame(await batch.logits(row), await read(tokens));
        await batch.decode([13, 14, 15]);
        for (const [row, tokens] of rows.entries()) {
          expectSame(await batch.logits(row), await read([...tokens, 13 + row]));
        }

        const continuations = [[3, 4, 5, 6], [8], [9, 10]];
        const scores = await ours.decoder.score(short, continuations);
        const expected = await theirs.decoder.score(await read(SHORT), continuations);
        expect(scores.map(({ length }) => length)).toEqual([4, 1, 2]);
        const differences = scores.flat().map((score, at) => Math.abs(score - expected.flat()[at]!));
        expect(Math.max(...differences)).toBeLessThan(within);
      } finally {
        await ours.release();
        await theirs.release();
      }
    },
  );
});

function distance(a: Float32Array, b: Float32Array): number {
  return Math.max(...a.map((logit, token) => Math.abs(logit - b[token]!)));
}
