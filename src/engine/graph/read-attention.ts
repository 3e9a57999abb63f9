import { FLOAT, FLOAT16, type OnnxModel, type OnnxNode } from "./onnx-model";
import type { AttentionLayer } from "./shared-prefix-attention";

/** Why a graph stays as it is. */
export class CannotRewrite extends Error {}

/** Inputs of the operator up to the sines; what comes after them would change what it computes. */
const [PAST_KEY, COSINES, SINES, KNOWN_INPUTS] = [3, 7, 8, 9];

/** Settings that change what the operator computes, and the value at which they do not. */
const NEUTRAL: Record<string, number> = {
  local_window_size: -1,
  softcap: 0,
  smooth_softmax: 0,
  qk_output: 0,
};

/** What a GroupQueryAttention node asks for. Rejects what `writeAttention` would not compute. */
export function readAttention(model: OnnxModel, node: OnnxNode, index: number): AttentionLayer {
  const number = (name: string, otherwise = 0) => {
    const attribute = node.attributes[name];
    if (attribute && "int" in attribute) return attribute.int;
    return attribute && "float" in attribute ? attribute.float : otherwise;
  };
  for (const [name, neutral] of Object.entries(NEUTRAL)) {
    if (number(name, neutral) !== neutral) throw new CannotRewrite(`its attention has ${name}`);
  }
  if (node.inputs.slice(KNOWN_INPUTS).some(Boolean)) throw new CannotRewrite("its attention has more inputs");

  const past = model.inputs.find(({ name }) => name === node.inputs[PAST_KEY]);
  const headDim = past?.shape[3];
  if (!past || typeof headDim !== "number") throw new CannotRewrite("its cache has no known size");
  if (past.type !== FLOAT && past.type !== FLOAT16) throw new CannotRewrite("its cache is not in floats");

  const [query, key, value] = node.inputs as [string, string, string];
  const rotary = {
    cos: node.inputs[COSINES] ?? "",
    sin: node.inputs[SINES] ?? "",
    interleaved: number("rotary_interleaved"),
  };
  return {
    index,
    heads: number("num_heads"),
    kvHeads: number("kv_num_heads"),
    headDim,
    scale: number("scale") || headDim ** -0.5,
    projected: key ? [query, key, value] : [query],
    rotary: number("do_rotary") ? rotary : undefined,
    half: past.type === FLOAT16,
    trimmed: false,
    output: node.outputs[0]!,
  };
}
