import { SUPPORT, WEIGHT, type Filter } from "./filters";

/** Bits behind the point of a weight: 8 bits of colour, 22 of weight and 2 to spare make 32. */
export const POINT_BITS = 22;

/** One side of a resize: `count` new pixels, of those that a side of `from` pixels becomes when it has `to`. */
export interface Side {
  from: number;
  to: number;
  /** The first that is wanted. */
  first: number;
  count: number;
  filter: Filter;
}

/** Which source pixels a new one is the mean of, and how much each weighs. */
export interface Weights {
  /** First source pixel. // [count] */
  starts: Int32Array;
  /** How many source pixels. // [count] */
  taps: Int32Array;
  /** Fixed point, of which the first `taps` of each row count. // [count, stride] */
  weights: Int32Array;
  stride: number;
}

/**
 * As Pillow computes them: shrinking stretches the filter, so that every source pixel counts; what lies outside the picture is left out
 * and the rest divided by its sum; weights are rounded to 22 bits, half away from zero.
 */
export function weightsFor({ from, to, first, count, filter }: Side): Weights {
  const scale = from / to;
  const stretch = Math.max(scale, 1);
  const support = SUPPORT[filter] * stretch;
  const stride = Math.ceil(support) * 2 + 1;
  const [starts, taps] = [new Int32Array(count), new Int32Array(count)];
  const weights = new Int32Array(count * stride);
  for (let at = 0; at < count; at++) {
    const center = (first + at + 0.5) * scale;
    const start = Math.max(0, Math.trunc(center - support + 0.5));
    const end = Math.min(from, Math.trunc(center + support + 0.5));
    starts[at] = start;
    taps[at] = end - start;
    weights.set(fixedPoint(filter, start, end, center, 1 / stretch), at * stride);
  }
  return { starts, taps, weights, stride };
}

function fixedPoint(filter: Filter, start: number, end: number, center: number, shrink: number): number[] {
  const raw = Array.from({ length: end - start }, (_, tap) =>
    WEIGHT[filter]((tap + start - center + 0.5) * shrink),
  );
  const sum = raw.reduce((total, weight) => total + weight, 0);
  return raw.map((weight) => {
    const share = (sum === 0 ? weight : weight / sum) * 2 ** POINT_BITS;
    return Math.trunc(share < 0 ? share - 0.5 : share + 0.5);
  });
}

const KEPT = 16;
const kept = new Map<string, Weights>();

/** The same, from memory where a picture of that size was here before: a folder of photos has few sizes. */
export function keptWeights(side: Side): Weights {
  const key = Object.values(side).join(" ");
  const weights = kept.get(key) ?? weightsFor(side);
  kept.delete(key); // Put behind the others: the one in front is the one not used for longest.
  kept.set(key, weights);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
  return weights;
}
