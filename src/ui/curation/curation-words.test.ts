import { expect, test } from "vitest";
import { chanceWords, keptWords, tailWords, thresholdWords } from "./curation-words";

const report = (language: string, threshold: number | null, keptDrawn = 1) => ({
  ...{ language, threshold, keptDrawn, texts: 2, matched: 2, entries: 5, keptExpected: 1 },
  histogram: [],
});
const options = { tEn: 20, seed: 1 };

test("what stays is said as a count and a share", () => {
  const languages = [report("en", 20, 1200), report("de", 21, 300)];
  expect(keptWords({ languages, texts: 2000 })).toBe("1,500 of 2,000 texts stay, 75.0 %");
});

test("the threshold is said in plain words, with the share of the tail", () => {
  expect(tailWords({ tail: 0.731, options })).toBe(
    "An English entry that occurs in more than 20 texts is thinned. The rarer ones, the tail, are 73.1 % of all that was found in English.",
  );
  expect(tailWords({ tail: null, options })).toMatch(/no English here.*in every language alike/);
});

test("the other languages are told by the lowest and the highest threshold; one without entries has none", () => {
  const languages = [report("en", 20), report("th", 1209), report("ko", 16), report("de", null)];
  expect(thresholdWords({ tail: 0.7, languages })).toMatch(/from 16 in Korean to 1,209 in Thai\.$/);
  expect(thresholdWords({ tail: 0.7, languages: [report("en", 20), report("de", 3)] })).toMatch(
    /same tail: 3 in German\.$/,
  );
  expect(thresholdWords({ tail: 0.7, languages: [report("en", 20)] })).toBe("");
});

test("a chance is never rounded to certainty", () => {
  expect([0, 0.004, 0.5, 0.997, 1].map(chanceWords)).toEqual(["0 %", "< 1 %", "50 %", "> 99 %", "100 %"]);
});
