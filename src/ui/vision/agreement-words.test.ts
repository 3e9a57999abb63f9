import { expect, test } from "vitest";
import { agreementWords } from "./agreement-words";

const labels = ["cat", "dog"].map((text) => ({ text, language: "en" }));
const column = (language: string, best: number | null) => ({ language, best, shares: [] });

test.each([
  [[column("de", 1)], "Deutsch says “dog”."],
  [[column("de", 0), column("fr", 0), column("th", null)], "All 2 languages say “cat”."],
  [
    [column("de", 0), column("fr", 0), column("ja", 1), column("ko", 1), column("el", 0)],
    "3 of 5 languages say “cat”; 日本語, 한국어 say “dog”.",
  ],
  [[column("de", 0), column("ja", 1)], "Deutsch says “cat”; 日本語 says “dog”."],
  [[column("de", null)], "No label has a name there yet: write one."],
])("what the languages say is put in a sentence", (columns, words) => {
  expect(agreementWords(columns, labels)).toBe(words);
});
