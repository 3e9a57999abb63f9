import type { CacheShape } from "./cache-shape";
import { type Path, pathOfEach, samePath, type Stretch, union } from "./path";

/** Added to a score it makes the token's share zero. Finite, so that no infinity is ever subtracted from another. */
export const HIDDEN = -1e9;

/**
 * The keys and values of all tokens that some row's path goes through, each token once. With more than one path, a key
 * has a number more for each of them, which hides it from the rows that go elsewhere (`writeAttention`).
 */
export interface PrefixPool {
  /** Tokens in all. */
  length: number;
  /** All that are in it. */
  known: readonly Path[];
  /** Different paths, 0 where there is only one and nothing to hide. */
  paths: number;
  /** Which path each row goes. */
  pathOfRow: number[];
  /** A key [kvHeads, length, headDim + paths] and a value [kvHeads, length, headDim] for each layer. */
  parts: readonly Float32Array[];
}

export function poolPrefixes(rows: readonly Path[], shape: CacheShape): PrefixPool {
  const { different, pathOfRow } = pathOfEach(rows);
  const stretches = union(different);
  const length = stretches.reduce((sum, { start, end }) => sum + end - start, 0);
  const paths = different.length > 1 ? different.length : 0;
  const only = stretches.length === 1 ? stretches[0]! : undefined;
  const isWhole = only && paths === 0 && only.start === 0 && only.end === only.segment.tokens.length;
  const parts = isWhole ? only.segment.parts : gather(stretches, length, shape, paths && different);
  return { length, known: different, paths, pathOfRow, parts };
}

/** The pool for other rows, if all that they need is in it. */
export function samePool(pool: PrefixPool, rows: readonly Path[]): PrefixPool | undefined {
  const pathOfRow = rows.map((path) => pool.known.findIndex((other) => samePath(other, path)));
  return pathOfRow.includes(-1) ? undefined : { ...pool, pathOfRow };
}

/** The stretches one behind the other, for each head. */
function gather(
  stretches: readonly Stretch[],
  length: number,
  { layers, kvHeads, headDim }: CacheShape,
  paths: readonly Path[] | 0,
): Float32Array[] {
  const hiding = paths ? hidingNumbers(stretches, paths) : [];
  return Array.from({ length: 2 * layers }, (_, part) => {
    const isKey = part % 2 === 0;
    const width = headDim + (isKey ? hiding.length : 0);
    const into = new Float32Array(kvHeads * length * width);
    for (let head = 0; head < kvHeads; head++) {
      let at = head * length;
      for (const { segment, start, end } of stretches) {
        const from = segment.parts[part]!;
        const first = head * segment.tokens.length;
        copyRows(from, first + start, first + end, into, at, headDim, width);
        at += end - start;
      }
    }
    if (isKey) writeHiding(into, hiding, { kvHeads, length, headDim, width });
    return into;
  });
}

function copyRows(
  from: Float32Array,
  start: number,
  end: number,
  into: Float32Array,
  at: number,
  headDim: number,
  width: number,
): void {
  if (width === headDim) return into.set(from.subarray(start * headDim, end * headDim), at * headDim);
  for (let row = start; row < end; row++, at++) {
    into.set(from.subarray(row * headDim, (row + 1) * headDim), at * width);
  }
}

/** For each path and each pooled token 0 where the path goes through the token, and HIDDEN where it does not. */
function hidingNumbers(stretches: readonly Stretch[], paths: readonly Path[]): number[][] {
  return paths.map((path) =>
    stretches.flatMap(({ segment, start, end }) => {
      const own = path.filter((stretch) => stretch.segment === segment);
      const isOn = (token: number) => own.some((stretch) => token >= stretch.start && token < stretch.end);
      return Array.from({ length: end - start }, (_, index) => (isOn(start + index) ? 0 : HIDDEN));
    }),
  );
}

function writeHiding(
  keys: Float32Array,
  hiding: readonly number[][],
  { kvHeads, length, headDim, width }: { kvHeads: number; length: number; headDim: number; width: number },
): void {
  hiding.forEach((numbers, path) => {
    for (let head = 0; head < kvHeads; head++) {
      for (let token = 0; token < length; token++) {
        keys[(head * length + token) * width + headDim + path] = numbers[token]!;
      }
    }
  });
}
