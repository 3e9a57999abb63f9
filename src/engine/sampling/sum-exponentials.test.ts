import { expect, test } from "vitest";
import { seededRandom } from "../../lab/random";
import { sumExponentials } from "./sum-exponentials";

test.each([
  [1, 0],
  [3, 1],
  [768, 0.01],
  [770, 5],
  [2047, 300],
])("of %i logits over %f nats, the sum is that of their exponentials", (count, spread) => {
  const logits = Float32Array.from({ length: count }, seededRandom(`sum ${count}`)).map(
    (u) => spread * u - 7,
  );
  const greatest = Math.max(...logits);
  const expected = logits.reduce((sum, logit) => sum + Math.exp(logit - greatest), 0);
  expect(Math.abs(sumExponentials(logits, greatest) / expected - 1)).toBeLessThan(1e-8);
});

test("what cannot be drawn weighs nothing", () => {
  expect(sumExponentials(Float32Array.of(2, -Infinity, -1000), 2)).toBe(1);
});
