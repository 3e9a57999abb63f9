import { EngineError, type SamplingOptions } from "../../../workers/protocol";
import { drawGumbelMax } from "./gumbel-max";
import { logPartition } from "./log-partition";
import { minPFloor } from "./min-p";
import { streamKey } from "./random-bits";
import { temper } from "./temperature";
import { topKFloor } from "./top-k";
import { topPFloor } from "./top-p";

/** Everything besides the logits that a draw depends on. */
export interface Draw {
  options: SamplingOptions;
  sample: number;
  /** How many tokens the sample had before this one. */
  step: number;
}

let scratch = new Float32Array(0);

/** Chooses a row's next token: temperature, then top-k, top-p, min-p, then a draw; at temperature 0 the likeliest. */
export function sampleToken(
  logits: Float32Array, // [vocab]
  { options, sample, step }: Draw,
): { id: number; logprob: number } {
  const likeliest = argmax(logits);
  const partition = logPartition(logits, logits[likeliest]!);
  if (Number.isNaN(partition)) throw notNumbers();

  let id = likeliest;
  if (options.temperature > 0) {
    if (scratch.length !== logits.length) scratch = new Float32Array(logits.length);
    const tempered = temper(logits, options.temperature, scratch);
    const floor = cutFloor(tempered, tempered[likeliest]!, options);
    id = drawGumbelMax(tempered, likeliest, floor, streamKey(options.seed, sample, step));
  }
  return { id, logprob: logits[id]! - partition };
}

/** Each filter is a logit below which tokens are cut; the highest of them holds. */
function cutFloor(tempered: Float32Array, greatest: number, { topK, topP, minP }: SamplingOptions): number {
  const floor = topKFloor(tempered, topK);
  return Math.max(topPFloor(tempered, greatest, floor, topP), minPFloor(greatest, minP));
}

function argmax(logits: Float32Array): number {
  let likeliest = 0;
  let greatest = logits[0]!;
  for (let token = 1; token < logits.length; token++) {
    const logit = logits[token]!;
    if (logit <= greatest) continue;
    greatest = logit;
    likeliest = token;
  }
  return likeliest;
}

function notNumbers(): EngineError {
  return new EngineError(
    "model-unsupported",
    "The model computed values that are not numbers (NaN). Its weights overflow on this device: choose another graph of it, or WebAssembly.",
  );
}
