import { expect, test } from "vitest";
import { integer, type Random, seededRandom } from "../random";
import { Automaton } from "./automaton";

const hits = (words: readonly string[], text: string) => {
  const found: number[] = [];
  new Automaton(words).find(text, (word) => found.push(word));
  return found;
};

/** Each word at each place: slow, and plainly right. */
function naiveHits(words: readonly string[], text: string): number[] {
  const found: number[] = [];
  for (let end = 1; end <= text.length; end++)
    words.forEach((word, i) => {
      if (word !== "" && text.slice(0, end).endsWith(word)) found.push(i);
    });
  return found;
}

const word = (random: Random, letters: string, most: number) =>
  Array.from(
    { length: integer(random, 1, most) },
    () => letters[integer(random, 0, letters.length - 1)]!,
  ).join("");

test.each([
  ["two letters", "ab"],
  ["words and spaces", "abc "],
  ["pairs of surrogates", "😀😁a"],
  ["several scripts", "aж猫ก"],
])("every occurrence that a naive search finds is found, and nothing else: %s", (_, letters) => {
  const random = seededRandom("automaton", letters);
  for (let round = 0; round < 200; round++) {
    const words = [
      ...new Set(Array.from({ length: integer(random, 1, 30) }, () => word(random, letters, 6))),
    ];
    const text = word(random, letters, 60);
    const sorted = (found: number[]) => found.sort((a, b) => a - b);
    expect(sorted(hits(words, text)), JSON.stringify({ words, text })).toEqual(
      sorted(naiveHits(words, text)),
    );
  }
});

test("the words of Aho and Corasick's paper are found in “ushers”, those that end together the longest first", () => {
  expect(hits(["he", "she", "his", "hers"], "ushers")).toEqual([1, 0, 3]);
});

test("an empty word is found nowhere, and without words nothing is", () => {
  expect(hits(["", "a"], "aa")).toEqual([1, 1]);
  expect(hits([], "text")).toEqual([]);
  expect(hits(["text"], "")).toEqual([]);
});

test("of a word that stands there twice, the first is found", () => {
  expect(hits(["a", "b", "a"], "ab")).toEqual([0, 1]);
});
