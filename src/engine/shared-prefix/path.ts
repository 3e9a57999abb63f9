/**
 * Keys and values of tokens that were read together: a key and a value for each layer, each [kvHeads, tokens, headDim], or what
 * holds them on a GPU. It never changes, so any number of sequences may go through it.
 */
export interface Segment<Parts = readonly Float32Array[]> {
  readonly tokens: readonly number[];
  readonly parts: Parts;
}

/** Some of a segment's tokens, from `start` to before `end`. */
export interface Stretch<Parts = readonly Float32Array[]> {
  readonly segment: Segment<Parts>;
  readonly start: number;
  readonly end: number;
}

/** The stretches that a sequence goes through, first to last. */
export type Path<Parts = readonly Float32Array[]> = readonly Stretch<Parts>[];

export function pathLength(path: Path<unknown>): number {
  return path.reduce((sum, { start, end }) => sum + end - start, 0);
}

export function pathTokens(path: Path<unknown>): number[] {
  return path.flatMap(({ segment, start, end }) => segment.tokens.slice(start, end));
}

/** The path's first `length` tokens. */
export function cutPath<Parts>(path: Path<Parts>, length: number): Path<Parts> {
  const kept: Stretch<Parts>[] = [];
  let room = length;
  for (const { segment, start, end } of path) {
    if (room <= 0) break;
    kept.push({ segment, start, end: Math.min(end, start + room) });
    room -= end - start;
  }
  return kept;
}

export function wholeOf<Parts>(segment: Segment<Parts>): Stretch<Parts> {
  return { segment, start: 0, end: segment.tokens.length };
}

/** The paths that differ, and which of them each row goes. */
export function pathOfEach<Parts>(rows: readonly Path<Parts>[]) {
  const different: Path<Parts>[] = [];
  const pathOfRow = rows.map((path) => {
    const known = different.findIndex((other) => samePath(other, path));
    return known >= 0 ? known : different.push(path) - 1;
  });
  return { different, pathOfRow };
}

export function samePath(a: Path<unknown>, b: Path<unknown>): boolean {
  return (
    a.length === b.length &&
    a.every(({ segment, start, end }, at) => {
      const other = b[at]!;
      return segment === other.segment && start === other.start && end === other.end;
    })
  );
}

/** Each segment once, as far as any path goes through it. */
export function union<Parts>(paths: readonly Path<Parts>[]): Stretch<Parts>[] {
  const bySegment = new Map<Segment<Parts>, Stretch<Parts>>();
  for (const { segment, start, end } of paths.flat()) {
    const known = bySegment.get(segment) ?? { start, end };
    bySegment.set(segment, { segment, start: Math.min(start, known.start), end: Math.max(end, known.end) });
  }
  return [...bySegment.values()];
}
