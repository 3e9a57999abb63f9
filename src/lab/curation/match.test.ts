import { expect, test } from "vitest";
import { integer, seededRandom } from "../random";
import { matchCorpus } from "./match";
import { spacedEntry, spacing } from "./spacing";

/** The entries that are found in each text of one language. */
async function found(language: string, entries: readonly string[], texts: readonly string[]) {
  const corpus = texts.map((text) => ({ text, language }));
  const [matches] = (await matchCorpus(corpus, { [language]: entries })).languages;
  const { starts, ids } = matches!;
  return texts.map((_, i) => Array.from(ids.slice(starts[i], starts[i + 1]), (id) => entries[id]!).sort());
}

test("whole words are found, also before a mark, and not within other words", async () => {
  expect(await found("en", ["dog", "hot dog"], ["a hot dog.", "dogs", "a hotdog", "hot, dog"])).toEqual([
    ["dog", "hot dog"],
    [],
    [],
    ["dog"],
  ]);
});

test("in scripts without spaces entries are found within the text", async () => {
  expect(await found("ja", ["犬", "カレー"], ["白い犬がいる", "カレーライス", "猫"])).toEqual([
    ["犬"],
    ["カレー"],
    [],
  ]);
  expect(await found("th", ["แมว"], ["แมวนั่งอยู่บนโต๊ะ"])).toEqual([["แมว"]]);
  expect(await found("zh", ["T恤"], ["红 T恤衫", "红T恤衫"])).toEqual([["T恤"], []]);
});

test("an entry counts once for each text, however often it stands there", async () => {
  const corpus = ["dog dog dog", "dog", "cat"].map((text) => ({ text, language: "en" }));
  const [matches] = (await matchCorpus(corpus, { en: ["dog", "cat", "cow"] })).languages;
  expect([...matches!.counts]).toEqual([2, 1, 0]);
  expect([...matches!.ids]).toEqual([0, 0, 1]);
});

test("as many entries are found as by searching for one after the other", async () => {
  const random = seededRandom("match");
  const word = () =>
    Array.from({ length: integer(random, 1, 3) }, () => "ab犬"[integer(random, 0, 2)]).join("");
  const entries = [...new Set(Array.from({ length: 60 }, word))];
  const text = () => Array.from({ length: 8 }, word).join([" ", ", ", ""][integer(random, 0, 2)]);
  const texts = Array.from({ length: 300 }, text);
  const one = texts.map((text) =>
    entries.filter((entry) => spacing(text).includes(spacedEntry(entry))).sort(),
  );
  expect(await found("ja", entries, texts)).toEqual(one);
});

test("texts are looked at with the entries of their language, and those of no known language with `other`'s", async () => {
  const corpus = [
    { text: "dog", language: "fr" },
    { text: "dog", language: "en-US" },
    { text: "dog", language: "nonsense" },
    { text: "hund", language: "en" },
  ];
  const { rows, languages } = await matchCorpus(corpus, { eng: ["hund", "dog"], other: ["dog"] });
  expect(rows).toBe(4);
  expect(languages.map(({ language, rows, counts }) => [language, [...rows], [...counts]])).toEqual([
    ["other", [0, 2], [2]],
    ["en", [1, 3], [1, 1]],
  ]);
});

test("a list of entries may hold what is none: it is dropped, not found everywhere", async () => {
  const corpus = [{ text: "a, b", language: "en" }];
  const [matches] = (await matchCorpus(corpus, { en: ["", ",", "b"] })).languages;
  expect(matches!.entries).toEqual(["b"]);
});
