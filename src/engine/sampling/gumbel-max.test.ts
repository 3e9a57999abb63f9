import { expect, test } from "vitest";
import { gumbel, gumbelBound } from "./gumbel-max";

test("the noise is finite for all bits", () => {
  expect(gumbel(0)).toBeCloseTo(-2.81, 2);
  expect(gumbel(0xffffffff)).toBeCloseTo(16.64, 2);
});

test("the bound is never below the noise", () => {
  for (let cell = 0; cell < 2 ** 23; cell += 7) {
    const bits = (cell << 9) >>> 0;
    if (gumbelBound(bits) < gumbel(bits)) throw new Error(`at ${bits}`);
  }
  for (let cell = 2 ** 23 - 4096; cell < 2 ** 23; cell++) {
    const bits = (cell << 9) >>> 0;
    if (gumbelBound(bits) < gumbel(bits)) throw new Error(`at ${bits}`);
  }
});
