import { expect, test } from "vitest";
import { POINT_BITS, weightsFor } from "./weights";

const ONE = 2 ** POINT_BITS;

test("weights of every new pixel add up to 1, but for their rounding", () => {
  for (const filter of ["bilinear", "bicubic"] as const) {
    for (const [from, to] of [
      [4000, 298],
      [3, 200],
      [200, 3],
      [1, 32],
      [224, 224],
    ] as const) {
      const { weights, stride, taps } = weightsFor({ from, to, first: 0, count: to, filter });
      for (let at = 0; at < to; at++) {
        const row = weights.subarray(at * stride, at * stride + taps[at]!);
        const sum = row.reduce((total, weight) => total + weight, 0);
        expect(Math.abs(sum - ONE)).toBeLessThanOrEqual(taps[at]!);
      }
    }
  }
});

test("the same size changes nothing", () => {
  const { starts, taps, weights, stride } = weightsFor({
    from: 9,
    to: 9,
    first: 0,
    count: 9,
    filter: "bicubic",
  });
  for (let at = 0; at < 9; at++) {
    const row = weights.subarray(at * stride, at * stride + taps[at]!);
    expect([...row].map((weight, tap) => [starts[at]! + tap, weight]).filter(([, weight]) => weight)).toEqual(
      [[at, ONE]],
    );
  }
});

test("shrinking stretches the filter: bicubic reaches two new pixels to either side", () => {
  const { starts, taps } = weightsFor({ from: 1000, to: 100, first: 50, count: 1, filter: "bicubic" });
  expect([starts[0], taps[0]]).toEqual([485, 40]);
});

test("a part of a side has the weights that it has in the whole", () => {
  const whole = weightsFor({ from: 333, to: 50, first: 0, count: 50, filter: "bicubic" });
  const part = weightsFor({ from: 333, to: 50, first: 20, count: 10, filter: "bicubic" });
  expect(part.starts).toEqual(whole.starts.subarray(20, 30));
  expect(part.weights).toEqual(whole.weights.subarray(20 * whole.stride, 30 * whole.stride));
});
