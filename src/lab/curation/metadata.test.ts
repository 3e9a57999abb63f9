import { expect, test } from "vitest";
import { entriesOf, NUMBERS } from "./entries";
import { makeMetadata, type MetadataOptions } from "./metadata";

/** The entries behind the numbers. */
async function made(language: string, texts: readonly string[], options?: MetadataOptions) {
  const metadata = await makeMetadata(
    texts.map((text) => ({ text, language })),
    options,
  );
  expect(metadata[language]!.slice(0, 100)).toEqual(NUMBERS);
  return metadata[language]!.slice(100);
}

const ALONE: MetadataOptions = { bigrams: 0 };

test("the numbers are 0 to 99", () => {
  expect([NUMBERS.length, NUMBERS[0], NUMBERS[99]]).toEqual([100, "0", "99"]);
});

test("words come by how often they occur, those that occur alike by code unit, and what occurs once is left out", async () => {
  expect(await made("en", ["red dog", "dog, cat.", "(dog) cat red once"], ALONE)).toEqual([
    "dog",
    "cat",
    "red",
  ]);
});

test("at most as many words become entries as asked for", async () => {
  expect(await made("en", ["a a a b b c c"], { unigrams: 2, bigrams: 0 })).toEqual(["a", "b"]);
});

test("words keep their capitals, apostrophes, hyphens and joiners", async () => {
  const text = "Dog dog l'eau T-shirt می‌خواهم 'dog'";
  expect(await made("en", [text], { leastUnigram: 1, bigrams: 0 })).toEqual([
    "dog", // Twice: quotes around a word are none of its own.
    "Dog",
    "T-shirt",
    "l'eau",
    "می‌خواهم",
  ]);
});

test("pairs come by their mutual information, of which this is the sum by hand", async () => {
  // 16 words: hot 2, dog 2, the 4, x 8. “hot dog” 2 of 16: log2(2 × 16 ÷ (2 × 2)) = 3; “the x” 4: log2(4 × 16 ÷ (4 × 8)) = 1.
  const texts = ["hot dog", "hot dog", "the x", "the x", "the x", "the x", "x", "x", "x", "x"];
  const pairs = async (leastPmi: number) =>
    (await made("en", texts, { unigrams: 0, leastBigram: 2, leastPmi })).join();
  expect(await pairs(0)).toBe("hot dog,the x");
  expect(await pairs(1.001)).toBe("hot dog");
  expect(await pairs(3)).toBe("hot dog");
  expect(await pairs(3.001)).toBe("");
});

test("what a mark or a line parts is no pair, since it would not be found", async () => {
  const options = { unigrams: 0, leastBigram: 1, leastPmi: -10 };
  expect(await made("en", ["hot, dog", "hot\ndog", "hot  dog", "dog hot"], options)).toEqual(["dog hot"]);
});

test("in a language without spaces words are found by the segmenter, and pairs joined", async () => {
  const texts = ["大きい犬です", "大きい犬です", "大きい犬です"];
  const entries = await made("ja", texts, { leastPmi: 0 });
  expect(entries).toContain("犬");
  expect(entries).toContain("大きい犬");
  expect(entries.filter((entry) => entry.includes(" "))).toEqual([]);
});

test("names come last, under any tag of their language, and once", async () => {
  const names = { eng: ["Ada Lovelace", "dog", "?!"], de: ["Hund"] };
  expect(await made("en", ["dog dog"], { ...ALONE, names })).toEqual(["dog", "Ada Lovelace"]);
});

test("each language of a corpus has entries of its own", async () => {
  const metadata = await makeMetadata([
    { text: "dog dog", language: "en" },
    { text: "Hund Hund", language: "de-AT" },
    { text: "perro perro", language: "?" },
  ]);
  expect(Object.keys(metadata)).toEqual(["en", "de", "other"]);
  expect(metadata.de).toContain("Hund");
  expect(metadata.en).not.toContain("Hund");
});

test("punctuation alone and more than 256 characters are no entry", () => {
  const long = "x".repeat(256);
  expect(entriesOf(["...", "。、", " ", "", "$", "～", "C++", long, `${long}x`, " dog ", "dog"])).toEqual([
    "C++",
    long,
    "dog",
  ]);
});
