import { expect, test } from "vitest";
import type { Sequence } from "./language-model";
import { PrefixCache } from "./prefix-cache";

/** Sequences of one byte a token, each handle of which must be released exactly once. */
class Handles {
  live = 0;

  sequence(tokens: readonly number[]): Sequence {
    let isReleased = false;
    this.live++;
    return {
      tokens,
      logits: undefined,
      append: (more) => Promise.resolve(this.sequence([...tokens, ...more])),
      truncate: (length) => this.sequence(tokens.slice(0, length)),
      fork: (count) => Array.from({ length: count }, () => this.sequence(tokens)),
      release: () => {
        expect(isReleased, "released once").toBe(false);
        isReleased = true;
        this.live--;
      },
    };
  }
}

function cacheOf(budgetBytes: number, ...prompts: (readonly number[])[]) {
  const handles = new Handles();
  const bytesOf = (sequences: readonly Sequence[]) =>
    sequences.reduce((sum, { tokens }) => sum + tokens.length, 0);
  const cache = new PrefixCache(bytesOf, budgetBytes);
  const remember = (tokens: readonly number[]) => {
    const sequence = handles.sequence(tokens);
    cache.remember(sequence);
    sequence.release(); // The cache holds one of its own.
  };
  const find = (tokens: readonly number[]) => {
    const found = cache.find(tokens);
    found?.release();
    return found?.tokens;
  };
  prompts.forEach(remember);
  return { cache, handles, remember, find };
}

const tokens = (first: number, count: number) => Array.from({ length: count }, (_, at) => first + at);
const [A, B, C] = [tokens(0, 40), tokens(100, 40), tokens(200, 40)];

test("the longest beginning in common is found, whatever was remembered before or after it", () => {
  const longer = [...A, ...tokens(500, 40)];
  const asked = [...A, ...tokens(500, 20), 7];
  for (const prompts of [
    [A, longer, B],
    [longer, B, A],
  ]) {
    expect(cacheOf(1000, ...prompts).find(asked)).toEqual(asked.slice(0, 60));
  }
});

test("prompts of the same length are told apart by their tokens", () => {
  const { find } = cacheOf(1000, A, B);
  expect(find(C)).toBeUndefined();
  expect(find([...A.slice(0, 20), ...B.slice(20)])).toEqual(A.slice(0, 20));
  expect(find(B)).toEqual(B);
  expect(find([99, ...A.slice(1)])).toBeUndefined();
});

test("a shorter prompt is found in a longer one, as far as it goes", () => {
  expect(cacheOf(1000, A).find(A.slice(0, 30))).toEqual(A.slice(0, 30));
});

test.each([
  [15, undefined],
  [16, 16],
])("a beginning of %i tokens in common gives %s", (common, length) => {
  const found = cacheOf(1000, A).find([...A.slice(0, common), ...B]);
  expect(found?.length).toBe(length);
});

test("over its budget the one that was used least recently goes first, and being found is a use", () => {
  const { cache, find, remember } = cacheOf(100, A, B);
  find(A);
  remember(C);
  expect(cache.bytes).toBe(80);
  expect([find(A), find(B), find(C)]).toEqual([A, undefined, C]);
  remember(B);
  expect([find(A), find(B), find(C)]).toEqual([undefined, B, C]);
});

test("as many go as are too many, but never the one that was remembered last", () => {
  const { cache, find, remember } = cacheOf(100, A, B);
  remember(tokens(300, 300));
  expect(cache.bytes).toBe(300);
  expect([find(A), find(B), find(tokens(300, 300))]).toEqual([undefined, undefined, tokens(300, 300)]);
  remember(C);
  expect(cache.bytes).toBe(40);
});

test("each handle is released exactly once: those that went, those that were cleared, and those that were found", () => {
  const { cache, handles, find, remember } = cacheOf(100, A, B, C);
  expect(handles.live).toBe(2);
  for (const prompt of [A, B, C, A]) {
    find(prompt);
    remember(prompt);
  }
  expect(handles.live).toBe(2);
  cache.clear();
  expect(handles.live).toBe(0);
  expect(find(A)).toBeUndefined();
  cache.clear();
  expect([handles.live, cache.bytes]).toEqual([0, 0]);
});
