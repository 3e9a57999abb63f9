import type { GraphWriter } from "./graph-writer";
import { FLOAT, FLOAT16 } from "./onnx-model";

/** One layer's attention, as its GroupQueryAttention node has it. */
export interface AttentionLayer {
  index: number;
  heads: number;
  kvHeads: number;
  headDim: number;
  scale: number;
  /** Names of the projected queries, keys and values [rows, new, heads · headDim]; or of one with all three side by side. */
  projected: readonly string[];
  /** Absent where the graph turns queries and keys by itself. */
  rotary: { cos: string; sin: string; interleaved: number } | undefined;
  /** Whether its values are in half precision. Keys, values and all that is done with them are in single. */
  half: boolean;
  /** Whether only the last positions go on from here: then only they ask. */
  trimmed: boolean;
  /** What the result is called. */
  output: string;
}

/** The graph's inputs and outputs beside tokens and logits. By layer: */
export const prefixKey = (layer: number) => `prefix.${layer}.key`; // [kvHeads, prefix, headDim + paths]
export const prefixValue = (layer: number) => `prefix.${layer}.value`; // [kvHeads, prefix, headDim]
export const tailKey = (layer: number) => `tail.${layer}.key`; // [kvHeads, rows, tail, headDim]
export const tailValue = (layer: number) => `tail.${layer}.value`;
export const newKey = (layer: number) => `new.${layer}.key`; // [kvHeads, rows, new, headDim]
export const newValue = (layer: number) => `new.${layer}.value`;

/** Of all layers; `asking` is how many of a row's new tokens ask: all of them, and in a trimmed layer those that are kept. */
export const POSITIONS = "position_ids"; // [rows, new]
export const LENGTHS = "attention_lengths"; // [3]: prefix, tail, new
export const KEPT = "num_logits_to_keep"; // []
export const bias = (trimmed: boolean) => (trimmed ? "attention_bias_kept" : "attention_bias"); // [rows, group · asking, tail + new]
export const rowPaths = (trimmed: boolean) => (trimmed ? "row_paths_kept" : "row_paths"); // [kvHeads, rows · group · asking, paths]

/**
 * Attention over a prefix that rows share, each row's own tail, and its new tokens. The queries of all rows are one
 * matrix against the prefix, so its keys and values are stored once and read once a step, whatever the number of rows.
 *
 * Where rows have different prefixes, these stand one behind the other, and each query is as many numbers longer as there
 * are paths, 1 at its own path and 0 elsewhere; a key's further numbers are far below zero for the paths it is not on.
 * One product so both scores and hides, and with a single path it costs nothing.
 */
export function writeAttention(graph: GraphWriter, layer: AttentionLayer): void {
  const { index, heads, kvHeads, headDim, scale, trimmed } = layer;
  const shared = (key: string, write: () => string) => graph.once(`${key} ${trimmed}`, write);
  const [query, key, value] = writeRotary(graph, layer);

  const asking = trimmed ? keepLast(graph, query!) : query!;
  const apart = graph.reshape(asking, 0, 0, kvHeads, heads / kvHeads, headDim);
  const q = graph.transpose(apart, [2, 0, 3, 1, 4]); // [kvHeads, rows, group, asking, headDim]
  graph.transpose(graph.reshape(key!, 0, 0, kvHeads, headDim), [2, 0, 1, 3], newKey(index));
  graph.transpose(graph.reshape(value!, 0, 0, kvHeads, headDim), [2, 0, 1, 3], newValue(index));

  const ofAll = graph.concat([graph.reshape(q, kvHeads, -1, headDim), rowPaths(trimmed)]);
  const ofEach = graph.reshape(q, 0, 0, -1, headDim);
  const scoresOn = (queries: string, keys: string) =>
    graph.add("FusedMatMul", [queries, keys], { transB: { int: 1 }, alpha: { float: scale } });
  const onPrefix = scoresOn(ofAll, prefixKey(index)); // [kvHeads, rows · group · asking, prefix]
  const onOwn = graph.concat([scoresOn(ofEach, tailKey(index)), scoresOn(ofEach, newKey(index))]);

  const byRow = shared("by row", () => shapeByRow(graph, ofEach));
  const together = shared("together", () => graph.add("Shape", [onPrefix]));
  const scores = graph.concat([
    graph.add("Reshape", [onPrefix, byRow]),
    graph.add("Add", [onOwn, bias(trimmed)]),
  ]);
  const shares = graph.add("Softmax", [scores], { axis: { int: -1 } });

  const [ofPrefix, ofTail, ofNew] = graph.split(shares, LENGTHS, 3);
  const flat = graph.add("Reshape", [ofPrefix!, together], { allowzero: { int: 1 } });
  const sum = graph.add("Sum", [
    graph.add("Reshape", [graph.add("MatMul", [flat, prefixValue(index)]), byRow]),
    graph.add("MatMul", [ofTail!, tailValue(index)]),
    graph.add("MatMul", [ofNew!, newValue(index)]),
  ]);
  const asQueries = shared("as queries", () => graph.add("Shape", [q]));
  const out = graph.transpose(graph.add("Reshape", [sum, asQueries]), [1, 3, 0, 2, 4]);
  const joined = layer.half ? undefined : layer.output;
  const result = graph.add("Reshape", [out, graph.ints(0, 0, heads * headDim)], {}, joined);
  if (layer.half) graph.add("Cast", [result], { to: { int: FLOAT16 } }, layer.output);
}

/** The last `num_logits_to_keep` positions of [rows, positions, width]. */
export function keepLast(graph: GraphWriter, value: string): string {
  const start = graph.once("start", () => graph.add("Unsqueeze", [graph.add("Neg", [KEPT]), graph.ints(0)]));
  return graph.add("Slice", [value, start, graph.ints(2 ** 31 - 1), graph.ints(1)]);
}

/** [kvHeads, rows, group · asking, −1] */
function shapeByRow(graph: GraphWriter, ofEach: string): string {
  return graph.add("Concat", [graph.add("Shape", [ofEach], { end: { int: 3 } }), graph.ints(-1)], {
    axis: { int: 0 },
  });
}

/** Queries, keys and values, the first two turned by their positions: both in one go, since they are turned alike. */
function writeRotary(graph: GraphWriter, layer: AttentionLayer): readonly string[] {
  const { heads, kvHeads, headDim, rotary } = layer;
  const single = (value: string) => (layer.half ? graph.add("Cast", [value], { to: { int: FLOAT } }) : value);
  const projected = layer.projected.map(single);
  const [q, kv] = [heads * headDim, kvHeads * headDim];
  if (!rotary)
    return projected.length === 3 ? projected : graph.split(projected[0]!, graph.ints(q, kv, kv), 3);

  const [both, value] =
    projected.length === 1
      ? graph.split(projected[0]!, graph.ints(q + kv, kv), 2)
      : [graph.concat(projected.slice(0, 2)), projected[2]];
  const cos = graph.once("cosines", () => single(rotary.cos));
  const sin = graph.once("sines", () => single(rotary.sin));
  const turned = graph.add("RotaryEmbedding", [both, POSITIONS, cos, sin], {
    num_heads: { int: heads + kvHeads },
    interleaved: { int: rotary.interleaved },
  });
  return [...graph.split(turned, graph.ints(q, kv), 2), value!];
}
