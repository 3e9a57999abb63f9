/**
 * Keys and values of tokens that were read together: a key and a value for each layer, each [kvHeads, tokens, headDim].
 * It never changes, so any number of sequences may go through it.
 */
export interface Segment {
  readonly tokens: readonly number[];
  readonly parts: readonly Float32Array[];
}

/** Some of a segment's tokens, from `start` to before `end`. */
export interface Stretch {
  readonly segment: Segment;
  readonly start: number;
  readonly end: number;
}

/** The stretches that a sequence goes through, first to last. */
export type Path = readonly Stretch[];

export function pathLength(path: Path): number {
  return path.reduce((sum, { start, end }) => sum + end - start, 0);
}

export function pathTokens(path: Path): number[] {
  return path.flatMap(({ segment, start, end }) => segment.tokens.slice(start, end));
}

/** The path's first `length` tokens. */
export function cutPath(path: Path, length: number): Path {
  const kept: Stretch[] = [];
  let room = length;
  for (const { segment, start, end } of path) {
    if (room <= 0) break;
    kept.push({ segment, start, end: Math.min(end, start + room) });
    room -= end - start;
  }
  return kept;
}

export function wholeOf(segment: Segment): Stretch {
  return { segment, start: 0, end: segment.tokens.length };
}
