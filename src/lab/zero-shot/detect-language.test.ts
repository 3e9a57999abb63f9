import { expect, test } from "vitest";
import { detectLanguage } from "./detect-language";

test.each([
  ["猫", "zh"],
  ["ねこ", "ja"],
  ["고양이", "ko"],
  ["แมว", "th"],
  ["кошка", "ru"],
  ["кішка", "uk"],
  ["γάτα", "el"],
  ["قطة", "ar"],
  ["חתול", "he"],
  ["बिल्ली", "hi"],
  ["বিড়াল", "bn"],
  ["żółw", "pl"],
  ["Äpfel", "de"],
  ["con mèo", "fr"], // Two letters are not enough to know Vietnamese by.
  ["niño", "es"],
  ["coração", "pt"],
  ["Kreis", "de"],
])("%s is taken for %s", (label, language) => {
  expect(detectLanguage(label, "en")).toBe(language);
});

test("a label that nothing tells of is in the language that is given", () => {
  expect(detectLanguage("cat", "id")).toBe("id");
  expect(detectLanguage("", "en")).toBe("en");
});

test("letters in pieces are the same letters", () => {
  expect(detectLanguage("A\u0308pfel", "en")).toBe("de");
});
