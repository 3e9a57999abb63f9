import type { InferenceSession } from "onnxruntime-web";
import { expect, test } from "vitest";
import { errorCode } from "../../../workers/protocol";
import { inspectGraph } from "./decoder-graph";

const CACHE = ["past_key_values.0.key", "past_key_values.0.value"];
const INPUTS = ["input_ids", "attention_mask", ...CACHE];
const OUTPUTS = ["logits", "present.0.key", "present.0.value"];

function session(inputNames: string[], outputNames = OUTPUTS, type = "float32"): InferenceSession {
  const shape = ["batch_size", 2, "past_sequence_length", 32];
  const inputMetadata = inputNames.map((name) => ({ name, isTensor: true, type, shape }));
  return { inputNames, outputNames, inputMetadata } as unknown as InferenceSession;
}

test("a decoder of the hub's layout is recognised with what it takes", () => {
  expect(inspectGraph(session([...INPUTS, "position_ids"], OUTPUTS, "float16"))).toEqual({
    takesPositions: true,
    takesLogitsToKeep: false,
    cache: { inputs: CACHE, outputs: OUTPUTS.slice(1), type: "float16", heads: 2, headDim: 32 },
  });
  expect(inspectGraph(session([...INPUTS, "num_logits_to_keep"])).takesLogitsToKeep).toBe(true);
});

test.each([
  [
    [...INPUTS, "pixel_values", "use_cache_branch"],
    OUTPUTS,
    /wants the input "pixel_values", "use_cache_branch"/,
  ],
  [["input_ids", "attention_mask"], OUTPUTS, /has no input "past_key_values\.0\.key"/],
  [["input_ids", ...CACHE], OUTPUTS, /has no input "attention_mask"/],
  [INPUTS, ["logits", "present.0.key"], /has no output "present\.0\.value"/],
])("inputs %s and outputs %s are refused by name", (inputs, outputs, message) => {
  const attempt = () => inspectGraph(session(inputs, outputs));
  expect(attempt).toThrow(message);
  try {
    attempt();
  } catch (error) {
    expect(errorCode(error)).toBe("model-unsupported");
  }
});
