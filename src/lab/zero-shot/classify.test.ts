import { expect, test } from "vitest";
import { bestLabel, meanDirection, softmax } from "./classify";
import { rank, sharesOf } from "./rank";

const at = (degrees: number) => {
  const angle = (degrees * Math.PI) / 180;
  return Float32Array.of(Math.cos(angle), Math.sin(angle));
};
const CLIP = { kind: "softmax", scale: 20 } as const;
const labels = ["near", "far"].map((text) => ({ text, language: "en" }));

test("the label at the smallest angle is the best, wherever it stands", () => {
  expect(bestLabel(at(10), [at(90), at(30), at(-60)])).toBe(1);
});

test("the mean of two directions lies half way between, and has length one", () => {
  const [x, y] = meanDirection([at(0), at(60)]);
  expect([x, y]).toEqual([expect.closeTo(Math.cos(Math.PI / 6)), expect.closeTo(0.5)]);
});

test("shares sum to one, also of large numbers", () => {
  const shares = softmax([1000, 999]);
  expect(shares[0]! + shares[1]!).toBeCloseTo(1);
  expect(shares[0]! / shares[1]!).toBeCloseTo(Math.E);
});

test("temperature changes the shares, not the order nor the cosines", () => {
  const cold = rank(at(10), labels, [at(0), at(80)], { ...CLIP, temperature: 1 });
  const warm = rank(at(10), labels, [at(0), at(80)], { ...CLIP, temperature: 10 });
  expect(cold.map(({ label }) => label.text)).toEqual(["near", "far"]);
  expect(warm.map(({ cosine }) => cosine)).toEqual(cold.map(({ cosine }) => cosine));
  expect(warm[0]!.share).toBeLessThan(cold[0]!.share);
});

test("without labels there is nothing to rank", () => {
  expect(rank(at(0), [], [], { ...CLIP, temperature: 1 })).toEqual([]);
});

test("where a model gives each label a probability by itself, another label changes nothing", () => {
  const siglip = { kind: "sigmoid", scale: 100, bias: -10, temperature: 1 } as const;
  const [one] = sharesOf([0.1], siglip);
  expect(one).toBeCloseTo(0.5);
  const [same, other] = sharesOf([0.1, 0.2], siglip);
  expect(same).toBe(one);
  expect(same! + other!).toBeGreaterThan(1);
});
