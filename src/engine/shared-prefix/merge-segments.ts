import type { CacheShape } from "./cache-shape";
import { type Segment, wholeOf } from "./path";
import { poolPrefixes } from "./prefix-pool";

/** One segment of several that follow each other. */
export function mergeSegments(segments: readonly Segment[], shape: CacheShape): Segment {
  if (segments.length === 1) return segments[0]!;
  const { parts } = poolPrefixes([segments.map(wholeOf)], shape);
  return { tokens: segments.flatMap(({ tokens }) => tokens), parts };
}
