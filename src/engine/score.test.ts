import { describe, expect, test } from "vitest";
import { type Continuations, logprobOf, planScoring, scoreTogether, verdict } from "./score";

const MOST = 16_000_000;
const VOCABULARY = 8;

describe("logprobOf", () => {
  test("all tokens' shares add up to one, and the same logits moved up or down mean the same", () => {
    const logits = Float32Array.of(1, -2, 0.5, 3);
    const logprobs = [0, 1, 2, 3].map((token) => logprobOf(logits, token));
    expect(logprobs.reduce((sum, logprob) => sum + Math.exp(logprob), 0)).toBeCloseTo(1, 12);
    const moved = logits.map((logit) => logit + 1000);
    expect(logprobOf(moved, 3)).toBeCloseTo(logprobs[3]!, 12);
    expect(logprobOf(Float32Array.of(0, -Infinity), 1)).toBe(-Infinity);
  });
});

test("a verdict between tokens far below all others is not lost", () => {
  expect(verdict(Float32Array.of(1000, -1000, -1000 + Math.log(3)), [1, 2])[0]).toBeCloseTo(0.25, 3);
});

describe("planScoring", () => {
  test.each([
    [1, 100],
    [60, 100],
    [500, 768],
    [500, 151_936],
    [30, 151_936],
    [4000, 256_000],
    [20, 15_999_999],
  ])("the logits of continuations of %i tokens over %i words stay in bounds", (longest, vocabulary) => {
    const { rows, width } = planScoring(longest, vocabulary);
    expect(rows * width * vocabulary).toBeLessThanOrEqual(MOST);
    expect((rows + 1) * width * vocabulary).toBeGreaterThan(MOST);
    expect(width).toBeLessThanOrEqual(Math.min(longest, 128));
  });

  test("a piece is as long as the longest continuation, 128 tokens, or what one row has room for", () => {
    expect(planScoring(60, 768).width).toBe(60);
    expect(planScoring(500, 768).width).toBe(128);
    expect(planScoring(500, 256_000)).toEqual({ rows: 1, width: 62 });
  });

  test("one row of one token at least", () => {
    expect(planScoring(0, 768).width).toBe(1);
    expect(planScoring(50, MOST + 1)).toEqual({ rows: 1, width: 1 });
  });
});

describe("scoreTogether", () => {
  /** What the scripted model thinks after these tokens: different after each history. */
  function thoughtAfter(history: readonly number[]): Float32Array {
    const hash = history.reduce((sum, token) => (sum * 31 + token + 1) % 1009, 17);
    return Float32Array.from({ length: VOCABULARY }, (_, token) => ((hash * (token + 3)) % 23) / 4);
  }

  /** A reader that remembers each row's tokens, and takes note of what it is asked to do. */
  function scripted(rows: number) {
    let histories = Array.from({ length: rows }, (): number[] => []);
    const calls: (["keep", number[]] | ["read", number[]])[] = [];
    return {
      calls,
      keep(kept: readonly number[]) {
        calls.push(["keep", [...kept]]);
        histories = kept.map((row) => [...histories[row]!]);
      },
      readThrough(tokens: Continuations) {
        calls.push(["read", tokens.map(({ length }) => length)]);
        expect(tokens).toHaveLength(histories.length);
        return Promise.resolve(
          tokens.map((row, index) =>
            row.map((token) => {
              histories[index]!.push(token);
              return thoughtAfter(histories[index]!);
            }),
          ),
        );
      },
    };
  }

  const FIRST = thoughtAfter([]);
  const CONTINUATIONS = [[3, 4, 5, 6, 7, 0, 1], [2], [1, 2, 3], [], [5, 5, 5, 5], [4, 4]];
  const EXPECTED = CONTINUATIONS.map((tokens) =>
    tokens.map((token, at) => logprobOf(thoughtAfter(tokens.slice(0, at)), token)),
  );

  test.each([1, 2, 3, 4, 7, 100])(
    "in pieces of %i, each token of each continuation is judged by the logits before it",
    async (width) => {
      const reader = scripted(CONTINUATIONS.length);
      expect(await scoreTogether(reader, FIRST, CONTINUATIONS, width)).toEqual(EXPECTED);
      const read = reader.calls.flatMap(([what, lengths]) => (what === "read" ? lengths : []));
      expect(Math.max(...read)).toBeLessThanOrEqual(width);
      expect(read.reduce((sum, length) => sum + length, 0)).toBe(6 + 2 + 3 + 1); // never the last token of any
    },
  );

  test("rows that are through are dropped before the next piece, and rows in the batch are what is kept", async () => {
    const reader = scripted(CONTINUATIONS.length);
    await scoreTogether(reader, FIRST, CONTINUATIONS, 2);
    expect(reader.calls).toEqual([
      ["keep", [0, 2, 4, 5]],
      ["read", [2, 2, 2, 1]],
      ["keep", [0, 2]],
      ["read", [2, 1]],
      ["keep", [0]],
      ["read", [2]],
    ]);
  });

  test("continuations of one token or none are scored without a reading", async () => {
    const reader = scripted(2);
    expect(await scoreTogether(reader, FIRST, [[3], []], 10)).toEqual([[logprobOf(FIRST, 3)], []]);
    expect(reader.calls).toEqual([]);
  });
});
