import { expect, test } from "vitest";
import { seededRandom } from "../../lab/random";
import { BLOCK, peaksOf } from "./peaks";

test.each([1, 3, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK + 2])(
  "the peaks of %i logits are theirs",
  (count) => {
    const logits = Float32Array.from({ length: count }, seededRandom(`peaks ${count}`)).map((u) => u - 0.5);
    const { greatest, likeliest, blocks } = peaksOf(logits);
    expect(greatest).toBe(Math.max(...logits));
    expect(logits[likeliest]).toBe(greatest);
    expect(blocks).toHaveLength(Math.ceil(count / BLOCK));
    blocks.forEach((peak, block) =>
      expect(peak).toBe(Math.max(...logits.subarray(block * BLOCK, (block + 1) * BLOCK))),
    );
  },
);

test("the first of equals is the likeliest, in whichever block", () => {
  const logits = new Float32Array(3 * BLOCK).fill(-1);
  logits[BLOCK + 7] = logits[2 * BLOCK + 1] = 4;
  expect(peaksOf(logits).likeliest).toBe(BLOCK + 7);
});

test.each([0, BLOCK - 1, BLOCK, BLOCK + 2])("a NaN at %i is not passed over", (at) => {
  const logits = new Float32Array(BLOCK + 3);
  logits[at] = NaN;
  expect(peaksOf(logits).greatest).toBeNaN();
});
