import { expect, test } from "vitest";
import { integer, seededRandom } from "../random";
import { matchCorpus } from "./match";
import { rebalance } from "./rebalance";
import { tailShare, thresholdAt } from "./threshold";

const times = (count: number, text: string, language = "en") =>
  Array.from({ length: count }, () => ({ text, language }));

const ENTRIES = { en: ["dog", "cat", "cow"], de: ["Hund", "Katze", "Kuh", "Maus"] };

/** English: dog 8, cat 4, cow 2, one text of two entries. German: Hund 6, Katze 3, Kuh 1, Maus nowhere. */
const CORPUS = [
  ...times(7, "dog"),
  ...times(1, "dog cat"),
  ...times(3, "cat"),
  ...times(2, "cow"),
  ...times(1, "nothing known"),
  ...times(6, "Hund", "de"),
  ...times(3, "Katze", "de"),
  ...times(1, "Kuh", "de"),
];

test("the tail is the share of matches that fall to entries below the threshold", () => {
  expect(tailShare([8, 4, 2], 3)).toBeCloseTo(2 / 14, 12);
  expect(tailShare([8, 4, 2], 4)).toBeCloseTo(2 / 14, 12); // An entry at the threshold is in the head.
  expect(tailShare([8, 4, 2], 5)).toBeCloseTo(6 / 14, 12);
  expect(tailShare([8, 4, 2], 9)).toBe(1);
  expect(tailShare([], 9)).toBe(0);
});

test("another language's threshold is the count whose running share comes nearest to that", () => {
  const counts = [6, 3, 1, 0]; // In rising order 0.1, 0.4, 1.
  expect(thresholdAt(counts, 0)).toBe(1); // Not 0, which would drop everything.
  expect(thresholdAt(counts, 0.2)).toBe(1);
  expect(thresholdAt(counts, 0.3)).toBe(3);
  expect(thresholdAt(counts, 0.69)).toBe(3);
  expect(thresholdAt(counts, 0.71)).toBe(6);
  expect(thresholdAt(counts, 1)).toBe(6);
  expect(thresholdAt([0, 0], 0.5)).toBeNull();
});

test("the probabilities of a small corpus are those computed by hand", async () => {
  const { tail, probabilities, languages } = rebalance(await matchCorpus(CORPUS, ENTRIES), {
    tEn: 3,
    seed: 1,
  });
  expect(tail).toBeCloseTo(2 / 14, 12); // Of German running shares 0.1, 0.4 and 1 the first is nearest.
  expect(languages.map(({ language, threshold }) => [language, threshold])).toEqual([
    ["en", 3],
    ["de", 1],
  ]);
  const [dog, cat, cow] = [3 / 8, 3 / 4, 1];
  const expected = [
    ...Array<number>(7).fill(dog),
    1 - (1 - dog) * (1 - cat),
    ...Array<number>(3).fill(cat),
    ...Array<number>(2).fill(cow),
    0,
    ...Array<number>(6).fill(1 / 6),
    ...Array<number>(3).fill(1 / 3),
    1,
  ];
  probabilities.forEach((probability, row) =>
    expect(probability, `row ${row}`).toBeCloseTo(expected[row]!, 12),
  );
  expect(languages[0]!.keptExpected).toBeCloseTo(7 * dog + 27 / 32 + 3 * cat + 2, 12);
  expect(languages[1]!.keptExpected).toBeCloseTo(3, 12);
});

test("the report says what there was, what matched and what is left", async () => {
  const balanced = rebalance(await matchCorpus(CORPUS, ENTRIES), { tEn: 3, seed: 1 });
  const [english, german] = balanced.languages;
  expect(english).toMatchObject({ texts: 14, matched: 13, entries: 3 });
  expect(german).toMatchObject({ texts: 10, matched: 10, entries: 4 });
  expect(english!.keptDrawn + german!.keptDrawn).toBe(balanced.kept.reduce((sum, kept) => sum + kept, 0));
  expect(german!.histogram.map(({ from, before }) => [from, before])).toEqual([
    [0, 1], // Maus
    [1, 1], // Kuh
    [2, 1], // Katze
    [4, 1], // Hund
  ]);
  for (const { histogram, entries } of balanced.languages)
    expect(histogram.reduce((sum, { after }) => sum + after, 0)).toBe(entries);
});

test("entries are counted again in the texts that were kept", async () => {
  const matched = await matchCorpus(CORPUS, ENTRIES);
  const { kept, languages } = rebalance(matched, { tEn: 3, seed: 1 });
  const left = CORPUS.filter((_, row) => kept[row]).map(({ text }) => text);
  const counts = ENTRIES.de.map((entry) => left.filter((text) => text === entry).length);
  expect(counts).not.toEqual([6, 3, 1, 0]);
  expect(languages[1]!.histogram.map(({ after }) => after)).toEqual(
    [[0], [1], [2, 3], [4, 5, 6, 7]].map((bin) => counts.filter((count) => bin.includes(count)).length),
  );
});

test("where everything is kept, entries are as frequent as before", async () => {
  const { languages } = rebalance(await matchCorpus(CORPUS, ENTRIES), { tEn: 100, seed: 1 });
  expect(languages.map(({ keptDrawn, matched }) => keptDrawn === matched)).toEqual([true, true]);
  for (const { histogram } of languages)
    expect(histogram.map(({ after }) => after)).toEqual(histogram.map(({ before }) => before));
});

test("without English texts the threshold is the same for every language", async () => {
  const german = CORPUS.filter(({ language }) => language === "de");
  const { tail, languages } = rebalance(await matchCorpus(german, ENTRIES), { tEn: 2, seed: 1 });
  expect(tail).toBeNull();
  expect(languages[0]!.threshold).toBe(2);
});

test("a language in which nothing is found has no threshold, and nothing of it is kept", async () => {
  const corpus = [...CORPUS, ...times(2, "chien", "fr")];
  const { languages, kept } = rebalance(await matchCorpus(corpus, ENTRIES), { tEn: 3, seed: 1 });
  expect(languages.at(-1)).toMatchObject({ language: "other", texts: 2, threshold: null, keptDrawn: 0 });
  expect([...kept.slice(-2)]).toEqual([0, 0]);
});

test("the same seed keeps the same rows and another seed others, about as many as expected", async () => {
  const matched = await matchCorpus(times(10_000, "dog"), ENTRIES);
  const kept = (seed: number) => rebalance(matched, { tEn: 2500, seed }).kept;
  expect(kept(1)).toEqual(kept(1));
  expect(kept(1)).not.toEqual(kept(2));
  const count = kept(1).reduce((sum, kept) => sum + kept, 0);
  expect(Math.abs(count - 2500)).toBeLessThan(200); // More than four standard deviations of 43.
});

test("a higher threshold only adds rows", async () => {
  const random = seededRandom("corpus");
  const words = ["dog", "cat", "cow", "Hund", "Katze", "Kuh", "Maus"];
  const corpus = Array.from({ length: 2000 }, () => ({
    text: [0, 1].map(() => words[Math.floor(7 * random() ** 3)]).join(" "),
    language: ["en", "de"][integer(random, 0, 1)]!,
  }));
  const all = ENTRIES.en.concat(ENTRIES.de);
  const matched = await matchCorpus(corpus, { en: all, de: all });
  let before = rebalance(matched, { tEn: 1, seed: 5 }).kept;
  for (const tEn of [2, 10, 50, 200, 500, 1000]) {
    const { kept } = rebalance(matched, { tEn, seed: 5 });
    expect(kept.every((keep, row) => keep >= before[row]!)).toBe(true);
    before = kept;
  }
});
