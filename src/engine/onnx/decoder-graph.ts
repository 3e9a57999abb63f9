import type { InferenceSession } from "onnxruntime-web";
import { EngineError } from "../../../workers/protocol";

/** What a decoder of the hub's layout takes and gives, beside `input_ids`, `attention_mask` and `logits`. */
export interface DecoderGraph {
  takesPositions: boolean;
  /** Whether it can be told to compute the last position's logits only. */
  takesLogitsToKeep: boolean;
  cache: CacheLayout;
}

/** The keys and values: inputs [rows, heads, past, headDim], outputs [rows, heads, past + new, headDim]. */
export interface CacheLayout {
  inputs: string[];
  /** The output that replaces the input of the same index. */
  outputs: string[];
  type: "float32" | "float16";
  heads: number;
  headDim: number;
}

const PAST = /^past_key_values\.(\d+\.(?:key|value))$/;
const OTHERS = new Set(["input_ids", "attention_mask", "position_ids", "num_logits_to_keep"]);

/** Refuses a graph that wants something this engine does not make, by the name of what it wants. */
export function inspectGraph(session: InferenceSession): DecoderGraph {
  const { inputNames, outputNames } = session;
  const strange = inputNames.filter((name) => !OTHERS.has(name) && !PAST.test(name));
  if (strange.length > 0) throw unsupported(`wants the input ${quote(strange)}, which Quorum does not make`);

  const inputs = inputNames.filter((name) => PAST.test(name));
  const outputs = inputs.map((name) => name.replace(PAST, "present.$1"));
  const required = ["input_ids", "attention_mask"].filter((name) => !inputNames.includes(name));
  if (inputs.length === 0) required.push("past_key_values.0.key");
  if (required.length > 0) throw unsupported(`has no input ${quote(required)}`);
  const absent = ["logits", ...outputs].filter((name) => !outputNames.includes(name));
  if (absent.length > 0) throw unsupported(`has no output ${quote(absent)}`);

  return {
    takesPositions: inputNames.includes("position_ids"),
    takesLogitsToKeep: inputNames.includes("num_logits_to_keep"),
    cache: { inputs, outputs, ...cacheShape(session, inputs[0]!) },
  };
}

function cacheShape(
  session: InferenceSession,
  input: string,
): Pick<CacheLayout, "type" | "heads" | "headDim"> {
  const metadata = session.inputMetadata.find(({ name }) => name === input);
  const { type, shape } = metadata?.isTensor ? metadata : { type: undefined, shape: [] };
  const [, heads, , headDim] = shape;
  if (type !== "float32" && type !== "float16") throw unsupported(`keeps its cache as ${type}`);
  if (typeof heads !== "number" || typeof headDim !== "number") {
    throw unsupported(`gives "${input}" the shape [${shape.join(", ")}], in which sizes are missing`);
  }
  return { type, heads, headDim };
}

function quote(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}

function unsupported(fault: string): EngineError {
  return new EngineError(
    "model-unsupported",
    `The model's graph ${fault}. Choose a decoder exported like those of onnx-community, of the Llama or Qwen3 family.`,
  );
}
