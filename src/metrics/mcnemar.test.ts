import { expect, test } from "vitest";
import { countDiscordant, mcnemar } from "./mcnemar";

// scipy 1.17.1: binomtest(min(b, c), b + c).pvalue, and 2 * binom.cdf(m, n, 0.5) - binom.pmf(m, n, 0.5).
// 86 and 150 are the approval ratings in the example of R's mcnemar.test (Agresti 1990, page 350).
test.each([
  [1, 6, 0.125, 0.0703125],
  [0, 5, 0.0625, 0.03125],
  [2, 10, 0.03857421875, 0.0224609375],
  [10, 25, 0.016673847800120715, 0.011330984183587134],
  [86, 150, 3.7159361395713866e-5, 2.893389517615428e-5],
  [450, 550, 0.0017305360849763027, 0.0015611388396991866],
])("%i and %i discordant problems give p = %d, mid-p %d", (onlyA, onlyB, exact, midP) => {
  for (const counts of [
    { onlyA, onlyB },
    { onlyA: onlyB, onlyB: onlyA },
  ]) {
    expect(mcnemar(counts).exact / exact).toBeCloseTo(1, 9);
    expect(mcnemar(counts).midP / midP).toBeCloseTo(1, 9);
  }
});

test("by hand: 1 and 7 give 2 · (1 + 8) / 256, and 8 / 256 less as mid-p", () => {
  expect(mcnemar({ onlyA: 1, onlyB: 7 }).exact).toBeCloseTo(18 / 256, 12);
  expect(mcnemar({ onlyA: 1, onlyB: 7 }).midP).toBeCloseTo(10 / 256, 12);
});

test("an even split and no difference at all say nothing", () => {
  for (const count of [0, 1, 3, 5000]) {
    expect(mcnemar({ onlyA: count, onlyB: count }).exact).toBe(1);
    expect(mcnemar({ onlyA: count, onlyB: count }).midP).toBeCloseTo(1, 9);
  }
});

test("a hundred thousand discordant problems neither overflow nor vanish", () => {
  const { exact } = mcnemar({ onlyA: 49_800, onlyB: 50_200 });
  expect(exact).toBeCloseTo(0.207, 2); // 2 · Φ(−399 / √100000)
  expect(mcnemar({ onlyA: 0, onlyB: 100_000 }).exact).toBe(0);
});

test("a problem counts where both methods are surely right or wrong; a tie is left out and counted apart", () => {
  const a = [1, 1, 0, 0, 0.5, 1, 1];
  const b = [1, 0, 1, 0, 0, 0.5, 0];
  expect(countDiscordant(a, b)).toEqual({ onlyA: 2, onlyB: 1, undecided: 2 });
  expect(() => countDiscordant([1], [])).toThrow(/cannot be paired/);
});
