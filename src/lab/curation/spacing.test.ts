import { expect, test } from "vitest";
import { spacedEntry, spacing } from "./spacing";

test("a text lies between spaces, with the marks that follow words set apart", () => {
  expect(spacing("a dog, a cat.")).toBe(" a dog ,  a cat .  ");
  expect(spacing("a`b;c:d?e!")).toBe(" a ` b ; c : d ? e !  ");
});

test("tabs and ends of lines become spaces; other marks and capitals stay", () => {
  expect(spacing("A\tdog\r\n(black)")).toBe(" A dog  (black) ");
});

test.each([
  ["Latin", "dog", " dog "],
  ["Cyrillic", "пёс", " пёс "],
  ["Greek", "σκύλος", " σκύλος "],
  ["Arabic", "كلب", " كلب "],
  ["Hebrew", "כלב", " כלב "],
  ["Devanagari", "कुत्ता", " कुत्ता "],
  ["Hangul, which is written with spaces", "개", " 개 "],
  ["Han", "狗", "狗"],
  ["Han beyond 16 bits", "𠮷", "𠮷"],
  ["hiragana", "いぬ", "いぬ"],
  ["katakana that ends with a long vowel", "カレー", "カレー"],
  ["Thai", "หมา", "หมา"],
  ["Lao", "ຫມາ", "ຫມາ"],
  ["Khmer", "ឆ្កែ", "ឆ្កែ"],
  ["Burmese", "ခွေး", "ခွေး"],
  ["Tibetan", "ཁྱི", "ཁྱི"],
])("an entry is a whole word where its script has spaces: %s", (_, entry, spaced) => {
  expect(spacedEntry(entry)).toBe(spaced);
});

test("each side of an entry goes by its own character", () => {
  expect(spacedEntry("T恤")).toBe(" T恤");
  expect(spacedEntry("卡拉OK")).toBe("卡拉OK ");
  expect(spacedEntry("C++")).toBe(" C++");
  expect(spacedEntry("¿qué")).toBe("¿qué ");
  expect(spacedEntry("😀")).toBe(" 😀 ");
});
