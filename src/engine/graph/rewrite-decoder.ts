import type { DeviceKind } from "../../../models/card";
import { bias, KEPT, LENGTHS, newKey, newValue, POSITIONS, PREFIX_BIAS, prefixKey, prefixValue, rowPaths, tailKey, tailValue } from "./attention-names"; // prettier-ignore
import { GraphWriter } from "./graph-writer";
import { findLastResidual } from "./last-residual";
import { FLOAT, INT64, type OnnxModel, type OnnxNode, type OnnxValue } from "./onnx-model";
import { CannotRewrite, readAttention } from "./read-attention";
import { type AttentionLayer, keepLast, writeAttention } from "./shared-prefix-attention";

const OLDEST_OPSET = 15; // Shape with a start and an end.

export interface RewrittenDecoder {
  model: OnnxModel;
  layers: AttentionLayer[];
}

/**
 * The same decoder over the same weights with attention in standard operators, a prefix that all rows share, and keys and
 * values of new tokens alone coming out. Throws `CannotRewrite` where it would not compute the same.
 */
export function rewriteDecoder(model: OnnxModel, device: DeviceKind = "wasm"): RewrittenDecoder {
  if ((model.opsets.get("") ?? 0) < OLDEST_OPSET) throw new CannotRewrite("its operators are too old");
  const attention = model.nodes.filter(({ operator }) => operator === "GroupQueryAttention");
  if (attention.length === 0) throw new CannotRewrite("it has no GroupQueryAttention");
  if (model.nodes.some(({ hasGraph }) => hasGraph)) throw new CannotRewrite("it has graphs inside its nodes");
  const layers = attention.map((node, index) => readAttention(model, node, index));
  if (device === "webgpu" && layers.some(({ half }) => half)) {
    throw new CannotRewrite("its cache is in half precision, which is untried on a GPU");
  }
  const last = findLastResidual(model, layers.at(-1)!.output);
  if (last) layers.at(-1)!.trimmed = true;

  const graph = new GraphWriter();
  for (const node of model.nodes) {
    const layer = layers[attention.indexOf(node)];
    if (layer) writeAttention(graph, layer, device);
    else graph.nodes.push(node === last?.join ? trimmed(graph, node, last.residual) : node);
  }
  const outputs = outputsOf(model, layers, device);
  const nodes = reachable(graph.nodes, outputs);
  const used = new Set(nodes.flatMap(({ inputs }) => inputs));
  const made = inputsOf(model, layers, device).filter(({ name }) => used.has(name));
  const strange = model.inputs.find(
    ({ name }) => used.has(name) && made.every((input) => input.name !== name),
  );
  if (strange) throw new CannotRewrite(`"${strange.name}" is used outside of attention`);
  const initializers = [...model.initializers, ...graph.constants].filter(({ name }) => used.has(name));
  return { layers, model: { ...model, nodes, initializers, inputs: made, outputs } };
}

/** The join of the last layer's attention with the residual, of which only the last positions go on. */
function trimmed(graph: GraphWriter, { bytes: _, ...join }: OnnxNode, residual: string): OnnxNode {
  const kept = keepLast(graph, residual);
  return { ...join, inputs: join.inputs.map((input) => (input === residual ? kept : input)) };
}

function inputsOf(model: OnnxModel, layers: readonly AttentionLayer[], device: DeviceKind): OnnxValue[] {
  const { kvHeads } = layers[0]!;
  const ofLayer = ({ index, kvHeads, headDim }: AttentionLayer): OnnxValue[] => [
    device === "webgpu"
      ? { name: prefixKey(index), type: FLOAT, shape: [kvHeads, headDim, "prefix"] }
      : { name: prefixKey(index), type: FLOAT, shape: [kvHeads, "prefix", "key_width"] },
    { name: prefixValue(index), type: FLOAT, shape: [kvHeads, "prefix", headDim] },
    { name: tailKey(index), type: FLOAT, shape: keyShape(device, kvHeads, "tail", headDim) },
    { name: tailValue(index), type: FLOAT, shape: [kvHeads, "rows", "tail", headDim] },
  ];
  return [
    ...model.inputs.filter(({ name }) => name === "input_ids"),
    { name: POSITIONS, type: INT64, shape: ["rows", "new"] },
    { name: KEPT, type: INT64, shape: [] },
    { name: LENGTHS, type: INT64, shape: [3] },
    { name: bias(false), type: FLOAT, shape: ["rows", "group_new", "tail_new"] },
    { name: bias(true), type: FLOAT, shape: ["rows", "group_kept", "tail_new"] },
    { name: rowPaths(false), type: FLOAT, shape: [kvHeads, "rows_group_new", "paths"] },
    { name: rowPaths(true), type: FLOAT, shape: [kvHeads, "rows_group_kept", "paths"] },
    { name: PREFIX_BIAS, type: FLOAT, shape: ["rows_or_one", 1, "prefix"] },
    ...layers.flatMap(ofLayer),
  ];
}

function outputsOf(model: OnnxModel, layers: readonly AttentionLayer[], device: DeviceKind): OnnxValue[] {
  const ofLayer = ({ index, kvHeads, headDim }: AttentionLayer): OnnxValue[] => [
    { name: newKey(index), type: FLOAT, shape: keyShape(device, kvHeads, "new", headDim) },
    { name: newValue(index), type: FLOAT, shape: [kvHeads, "rows", "new", headDim] },
  ];
  return [...model.outputs.filter(({ name }) => name === "logits"), ...layers.flatMap(ofLayer)];
}

function keyShape(device: DeviceKind, kvHeads: number, tokens: string, headDim: number): OnnxValue["shape"] {
  return device === "webgpu" ? [kvHeads, "rows", headDim, tokens] : [kvHeads, "rows", tokens, headDim];
}

/** Nodes in their order, without those that nothing asks for any more. */
function reachable(nodes: readonly OnnxNode[], outputs: readonly OnnxValue[]): OnnxNode[] {
  const wanted = new Set(outputs.map(({ name }) => name));
  const reversed = [...nodes].reverse().filter(({ inputs, outputs }) => {
    if (!outputs.some((output) => wanted.has(output))) return false;
    for (const input of inputs) wanted.add(input);
    return true;
  });
  return reversed.reverse();
}
