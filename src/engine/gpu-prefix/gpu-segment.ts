import { disposeCache, type RowCache } from "../onnx/row-cache";
import type { Path, Segment } from "../shared-prefix/path";

/** A segment's keys and values on the GPU: a cache of one row, which the last of its users to let go frees. */
export interface Shared {
  readonly cache: RowCache;
  users: number;
}

export type GpuSegment = Segment<Shared>;
export type GpuPath = Path<Shared>;

export function hold(path: GpuPath): void {
  for (const { segment } of path) segment.parts.users++;
}

export function letGo(path: GpuPath): void {
  for (const { segment } of path) {
    if (--segment.parts.users === 0) disposeCache(segment.parts.cache);
  }
}
