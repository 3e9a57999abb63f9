import { expect, test } from "vitest";
import { seededRandom } from "../../lab/random";
import { minPFloor } from "./min-p";
import { topKFloor } from "./top-k";
import { topPFloor } from "./top-p";

const normalish = (count: number, seed: string) => {
  const random = seededRandom(seed);
  return Float32Array.from({ length: count }, () => 4 * (random() + random() + random() - 1.5));
};
const descending = (logits: Float32Array) => logits.slice().sort().reverse();

test("top-k is the k-th greatest logit, for every k", () => {
  const logits = normalish(300, "k");
  const sorted = descending(logits);
  for (let k = 1; k < 300; k++) expect(topKFloor(logits, k)).toBe(sorted[k - 1]);
});

test("top-k 0, or as many as there are, cuts nothing", () => {
  expect(topKFloor(Float32Array.of(1, 2), 0)).toBe(-Infinity);
  expect(topKFloor(Float32Array.of(1, 2), 2)).toBe(-Infinity);
});

test("top-p keeps the smallest set that reaches p, in small and large vocabularies", () => {
  for (const count of [10, 1000, 50_000]) {
    const logits = normalish(count, `p${count}`);
    const sorted = descending(logits);
    const mass = sorted.reduce((sum, logit) => sum + Math.exp(logit - sorted[0]!), 0);
    for (const p of [0.01, 0.5, 0.9, 0.99, 0.9999]) {
      const floor = topPFloor(logits, sorted[0]!, -Infinity, p);
      let sum = 0;
      const expected = sorted.find((logit) => (sum += Math.exp(logit - sorted[0]!)) >= p * mass);
      expect(floor).toBe(expected);
    }
  }
});

test("top-p counts only what top-k has left", () => {
  const logits = Float32Array.of(Math.log(0.5), Math.log(0.25), Math.log(0.125), Math.log(0.125));
  expect(topPFloor(logits, logits[0]!, logits[1]!, 0.7)).toBe(logits[1]); // 0.5 of 0.75 is less than 0.7
  expect(topPFloor(logits, logits[0]!, logits[1]!, 0.6)).toBe(logits[0]);
});

test("top-p 1 cuts nothing", () => {
  expect(topPFloor(Float32Array.of(3, -40), 3, -Infinity, 1)).toBe(-Infinity);
});

test("min-p is a share of the likeliest token's probability", () => {
  expect(minPFloor(2, 0.1)).toBeCloseTo(2 - Math.log(10));
  expect(minPFloor(2, 0)).toBe(-Infinity);
});
