import { expect, test } from "vitest";
import { languageOf } from "./language";

test.each(["en", "EN", "eng", "en-US", "en_GB", "eng_Latn", " en "])("%j is English", (tag) => {
  expect(languageOf(tag)).toBe("en");
});

test("the script and the country of a language are nothing", () => {
  expect([languageOf("zh-Hant"), languageOf("zh_CN"), languageOf("pt-BR"), languageOf("fil")]).toEqual([
    "zh",
    "zh",
    "pt",
    "fil",
  ]);
});

test.each(["", "und", "zxx", "mul", "unknown", "english", "other", "e n", "?", "42"])(
  "%j names no language",
  (tag) => {
    expect(languageOf(tag)).toBe("other");
  },
);
