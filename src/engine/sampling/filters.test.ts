import { expect, test } from "vitest";
import { seededRandom } from "../../lab/random";
import { MassBins } from "./mass-bins";
import { minPFloor } from "./min-p";
import { topKFloor } from "./top-k";
import { Nucleus } from "./top-p";

const normalish = (count: number, seed: string) => {
  const random = seededRandom(seed);
  return Float32Array.from({ length: count }, () => 4 * (random() + random() + random() - 1.5));
};
const descending = (logits: Float32Array) => logits.slice().sort().reverse();

function floorAt(logits: Float32Array, p: number, { floor = -Infinity, rate = 1 } = {}): number {
  const greatest = descending(logits)[0]!;
  const bins = new MassBins();
  bins.fill(logits, greatest, floor, rate);
  return new Nucleus(bins, p, rate).floor(logits, greatest, floor);
}

test("top-k is the k-th greatest logit, for every k", () => {
  const logits = normalish(300, "k");
  const sorted = descending(logits);
  for (let k = 1; k < 300; k++) expect(topKFloor(logits, k)).toBe(sorted[k - 1]);
});

test("top-k 0, or as many as there are, cuts nothing", () => {
  expect(topKFloor(Float32Array.of(1, 2), 0)).toBe(-Infinity);
  expect(topKFloor(Float32Array.of(1, 2), 2)).toBe(-Infinity);
});

test("top-p keeps the smallest set that reaches p, in small and large vocabularies, at low and high temperature", () => {
  for (const count of [10, 1000, 50_000])
    for (const rate of [0.2, 1, 1.25, 2, 20]) {
      const logits = normalish(count, `p${count}`);
      const sorted = descending(logits);
      const weight = (logit: number) => Math.exp((logit - sorted[0]!) * rate);
      const mass = sorted.reduce((sum, logit) => sum + weight(logit), 0);
      for (const p of [0, 0.01, 0.5, 0.9, 0.99, 0.9999]) {
        let sum = 0;
        const expected = sorted.find((logit) => (sum += weight(logit)) >= p * mass);
        expect(floorAt(logits, p, { rate }), `${count} tokens, rate ${rate}, p ${p}`).toBe(expected);
      }
    }
});

test("top-p keeps all that tie with the last it needs", () => {
  expect(floorAt(Float32Array.of(1, 1, 1, 0), 0.1)).toBe(1);
  expect(floorAt(new Float32Array(1000), 0.5)).toBe(0);
});

test("top-p does not count tokens that cannot come", () => {
  expect(floorAt(Float32Array.of(1, -Infinity, 0.999, -Infinity, 0.998), 0.9)).toBeCloseTo(0.998);
});

test("top-p counts only what top-k has left", () => {
  const logits = Float32Array.of(Math.log(0.5), Math.log(0.25), Math.log(0.125), Math.log(0.125));
  const floor = logits[1]!;
  expect(floorAt(logits, 0.7, { floor })).toBe(logits[1]); // 0.5 of 0.75 is less than 0.7
  expect(floorAt(logits, 0.6, { floor })).toBe(logits[0]);
});

test.each([
  ["one token alone", [7]],
  ["a few", [3, 2.99, 2.5, -1, -30]],
  ["thousands", [...normalish(5000, "mass")]],
  ["some that cannot come", [-Infinity, 3, -Infinity]],
])("the bins' mass of %s is that of exponentials, at half their rate too", (_, values) => {
  const logits = Float32Array.from(values);
  const count = logits.filter(Number.isFinite).length;
  const greatest = descending(logits)[0]!;
  const bins = new MassBins();
  bins.fill(logits, greatest, -Infinity, 1);
  for (const rate of [0.5, 1]) {
    const mass = logits.reduce((sum, logit) => sum + Math.exp((logit - greatest) * rate), 0);
    expect(Math.abs(bins.mass(rate) / mass - 1)).toBeLessThan(count === 1 ? 1e-6 : 3e-5);
  }
});

test("min-p is a share of the likeliest token's probability at the temperature", () => {
  expect(minPFloor(2, 0.1, 1)).toBeCloseTo(2 - Math.log(10));
  expect(minPFloor(2, 0.1, 2)).toBeCloseTo(2 - Math.log(10) / 2);
  expect(minPFloor(2, 0, 1)).toBe(-Infinity);
});
