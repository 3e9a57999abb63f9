import type { DeviceKind } from "../../../models/card";
import { bias, KEPT, LENGTHS, newKey, newValue, POSITIONS, PREFIX_BIAS, prefixKey, prefixValue, rowPaths, tailKey, tailValue } from "./attention-names"; // prettier-ignore
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

/**
 * Attention over a prefix that rows share, each row's own tail, and its new tokens. The queries of all rows are one
 * matrix against the prefix, so its keys and values are stored once and read once a step, whatever the number of rows.
 *
 * Where rows have different prefixes, these stand one behind the other, and each query is as many numbers longer as there
 * are paths, 1 at its own path and 0 elsewhere; a key's further numbers are far below zero for the paths it is not on.
 * One product so both scores and hides, and with a single path it costs nothing.
 *
 * On a GPU keys stay where they are, so a bias hides instead, and they are stored so that a plain product takes them: there the
 * runtime has no product with a transposed side, and no sum of three. What it has not it computes on the CPU, without a word.
 */
export function writeAttention(graph: GraphWriter, layer: AttentionLayer, device: DeviceKind): void {
  const onGpu = device === "webgpu";
  const { index, heads, kvHeads, headDim, scale, trimmed } = layer;
  const shared = (key: string, write: () => string) => graph.once(`${key} ${trimmed}`, write);
  const [query, key, value] = writeRotary(graph, layer);

  const asking = trimmed ? keepLast(graph, query!) : query!;
  const apart = graph.reshape(asking, 0, 0, kvHeads, heads / kvHeads, headDim);
  const turned = graph.transpose(apart, [2, 0, 3, 1, 4]); // [kvHeads, rows, group, asking, headDim]
  const q = onGpu ? graph.add("Mul", [turned, graph.float(scale)]) : turned;
  const keyOrder = onGpu ? [2, 0, 3, 1] : [2, 0, 1, 3];
  graph.transpose(graph.reshape(key!, 0, 0, kvHeads, headDim), keyOrder, newKey(index));
  graph.transpose(graph.reshape(value!, 0, 0, kvHeads, headDim), [2, 0, 1, 3], newValue(index));

  const flatQ = graph.reshape(q, kvHeads, -1, headDim);
  const ofAll = onGpu ? flatQ : graph.concat([flatQ, rowPaths(trimmed)]);
  const ofEach = graph.reshape(q, 0, 0, -1, headDim);
  const scoresOn = (queries: string, keys: string) =>
    onGpu
      ? graph.add("MatMul", [queries, keys])
      : graph.add("FusedMatMul", [queries, keys], { transB: { int: 1 }, alpha: { float: scale } });
  const onPrefix = scoresOn(ofAll, prefixKey(index)); // [kvHeads, rows · group · asking, prefix]
  const onOwn = graph.concat([scoresOn(ofEach, tailKey(index)), scoresOn(ofEach, newKey(index))]);

  const byRow = shared("by row", () => shapeByRow(graph, ofEach));
  const together = shared("together", () => graph.add("Shape", [onPrefix]));
  const apartByRow = graph.add("Reshape", [onPrefix, byRow]);
  const scores = graph.concat([
    onGpu ? graph.add("Add", [apartByRow, PREFIX_BIAS]) : apartByRow,
    graph.add("Add", [onOwn, bias(trimmed)]),
  ]);
  const shares = graph.add("Softmax", [scores], { axis: { int: -1 } });

  const [ofPrefix, ofTail, ofNew] = graph.split(shares, LENGTHS, 3);
  const flat = graph.add("Reshape", [ofPrefix!, together], { allowzero: { int: 1 } });
  const parts = [
    graph.add("Reshape", [graph.add("MatMul", [flat, prefixValue(index)]), byRow]),
    graph.add("MatMul", [ofTail!, tailValue(index)]),
    graph.add("MatMul", [ofNew!, newValue(index)]),
  ] as const;
  const sum = onGpu
    ? graph.add("Add", [graph.add("Add", [parts[0], parts[1]]), parts[2]])
    : graph.add("Sum", [...parts]);
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
