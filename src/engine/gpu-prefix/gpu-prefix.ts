import type { Tensor } from "onnxruntime-web";
import { PREFIX_BIAS, prefixKey, prefixValue } from "../graph/attention-names";
import { disposeCache, type RowCache } from "../onnx/row-cache";
import { pathOfEach, union } from "../shared-prefix/path";
import { HIDDEN } from "../shared-prefix/prefix-pool";
import { type GpuCaches, roomFor } from "./gpu-caches";
import type { GpuPath, GpuSegment } from "./gpu-segment";

/** What rows have before their tails, as a run takes it. */
export interface GpuPrefix {
  readonly feeds: Record<string, Tensor>;
  /** Positions, those included that are hidden from all. */
  readonly length: number;
  /** What it takes beside the segments. */
  readonly bytes: number;
  dispose(): void;
}

/**
 * The keys and values that some row's path goes through, each token once, and what hides from a row those it does not go through.
 * A single segment stays where it is, whatever part of it is seen; several are copied, one behind the other.
 */
export function gatherPrefix(caches: GpuCaches, rows: readonly GpuPath[]): GpuPrefix {
  const { cache, placeOf, isCopy } = placeSegments(caches, rows);
  const { different, pathOfRow } = pathOfEach(rows);
  const lines = different.length > 1 ? pathOfRow : [0]; // One for all, where all see the same.
  const length = cache.capacity;
  const hidden = new Float32Array(lines.length * length).fill(HIDDEN);
  lines.forEach((path, line) => {
    for (const { segment, start, end } of different[path] ?? []) {
      const first = line * length + placeOf.get(segment)!;
      hidden.fill(0, first + start, first + end);
    }
  });
  const bias = caches.tensor([lines.length, 1, length], hidden);
  const feeds: Record<string, Tensor> = { [PREFIX_BIAS]: bias };
  caches.asPrefix(cache).forEach((tensor, part) => {
    feeds[(part % 2 === 0 ? prefixKey : prefixValue)(part >> 1)] = tensor;
  });
  return {
    feeds,
    length,
    bytes: hidden.byteLength + (isCopy ? caches.bytesOf(cache) : 0),
    dispose() {
      bias.dispose();
      if (isCopy) disposeCache(cache);
    },
  };
}

interface Placed {
  cache: RowCache;
  /** Where in the cache a segment's first token is, or would be. */
  placeOf: Map<GpuSegment, number>;
  isCopy: boolean;
}

function placeSegments(caches: GpuCaches, rows: readonly GpuPath[]): Placed {
  const stretches = union(rows);
  const placeOf = new Map<GpuSegment, number>();
  const [first] = stretches;
  if (!first) return { cache: caches.nothing, placeOf, isCopy: false };
  if (stretches.length === 1) {
    placeOf.set(first.segment, 0);
    return { cache: first.segment.parts.cache, placeOf, isCopy: false };
  }
  let length = 0;
  const moves = stretches.map(({ segment, start, end }) => {
    const move = {
      from: segment.parts.cache,
      row: 0,
      start,
      count: end - start,
      intoRow: 0,
      intoStart: length,
    };
    placeOf.set(segment, length - start);
    length += end - start;
    return move;
  });
  const cache = caches.allocate(1, roomFor(length));
  caches.copy(moves, cache);
  return { cache, placeOf, isCopy: true };
}
