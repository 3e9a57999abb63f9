import { describe, expect, test } from "vitest";
import type { CacheMemory } from "../../workers/protocol";
import { planWaves } from "./plan-waves";

const WIDTH = { samples: 64, promptTokens: 300, maxTokens: 100 };
const SHARED: CacheMemory = { bytesPerToken: 10, sharesPrefix: true, budgetBytes: 13_000 };
const COPIED: CacheMemory = { ...SHARED, sharesPrefix: false };

test("a shared prompt is paid for once, and each sample for its own tokens", () => {
  expect(planWaves(WIDTH, SHARED)).toEqual({
    promptTokens: 300,
    bytes: 3_000 + 64 * 1_000,
    budgetBytes: 13_000,
    rows: 10, // (13,000 − 3,000) / 1,000
    waves: 7,
  });
});

test("a prompt that each sample has a copy of is paid for by each", () => {
  expect(planWaves(WIDTH, COPIED)).toEqual({
    promptTokens: 300,
    bytes: 64 * 4_000,
    budgetBytes: 13_000,
    rows: 3, // 13,000 / 4,000
    waves: 22,
  });
});

describe("where samples can share a prompt of which each otherwise has a copy", () => {
  const sharing = { bytesPerToken: 20, budgetBytes: 12_000 };
  const both: CacheMemory = { ...COPIED, sharing };

  test("they do so if more of them go at once, within what is left for it, and the plan says so", () => {
    expect(planWaves({ ...WIDTH, maxTokens: 50 }, both)).toEqual({
      promptTokens: 300,
      bytes: 300 * 20 + 64 * 50 * 20,
      budgetBytes: 12_000,
      rows: 6, // (12,000 − 6,000) / 1,000; of copies only 3
      waves: 11,
      sharesInstead: true,
    });
  });

  test("they do not where copies fit, or as many of them as otherwise", () => {
    const asCopies = planWaves(WIDTH, COPIED);
    expect(planWaves(WIDTH, both)).toEqual(asCopies); // (12,000 − 6,000) / 2,000 are 3 as well
    expect(planWaves({ ...WIDTH, samples: 3, maxTokens: 50 }, both).sharesInstead).toBeUndefined();
    expect(planWaves({ ...WIDTH, maxTokens: 50, mostRows: 3 }, both).sharesInstead).toBeUndefined();
  });
});

test.each([SHARED, COPIED])("what fits exactly is one wave, and a byte less makes it two", (cache) => {
  const { bytes } = planWaves(WIDTH, cache);
  expect(planWaves(WIDTH, { ...cache, budgetBytes: bytes })).toMatchObject({ rows: 64, waves: 1 });
  expect(planWaves(WIDTH, { ...cache, budgetBytes: bytes - 1 })).toMatchObject({ rows: 63, waves: 2 });
});

test.each([SHARED, COPIED])("no more rows than samples, however much room there is", (cache) => {
  expect(planWaves(WIDTH, { ...cache, budgetBytes: 1e9 })).toMatchObject({ rows: 64, waves: 1 });
});

test.each([SHARED, COPIED])("one row at least, even where not so much as the prompt fits", (cache) => {
  expect(planWaves(WIDTH, { ...cache, budgetBytes: 1_000 })).toMatchObject({ rows: 1, waves: 64 });
});

test("no more rows than whoever asks wants, and never fewer than one", () => {
  expect(planWaves({ ...WIDTH, mostRows: 4 }, SHARED)).toMatchObject({ rows: 4, waves: 16 });
  expect(planWaves({ ...WIDTH, mostRows: 50 }, SHARED).rows).toBe(10);
  expect(planWaves({ ...WIDTH, mostRows: 0 }, SHARED).rows).toBe(1);
  expect(planWaves({ ...WIDTH, mostRows: undefined }, SHARED).rows).toBe(10);
});
