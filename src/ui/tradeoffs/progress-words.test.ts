import { expect, test } from "vitest";
import { leftOutWords, progressShare, progressWords, samplesLeft } from "./progress-words";

const whole = { samples: 240, total: 1600 };
const stopping = { ...whole, problems: { enough: 30, asked: 100 } };

test("a sweep is as far as its samples, or as its problems where it is not known how many samples they need", () => {
  expect(progressWords(whole)).toBe("240 of 1,600 samples");
  expect(progressWords(stopping)).toBe("30 of 100 problems have enough, with 240 samples");
  expect([progressShare(whole), progressShare(stopping)]).toEqual([0.15, 0.3]);
});

test("problems that are left are taken to need as many samples as the others did", () => {
  expect([samplesLeft(whole), samplesLeft(stopping)]).toEqual([1360, 560]);
});

test("what was left out is named as not needed, or as what is left to do for the methods that are chosen", () => {
  expect(leftOutWords(stopping)).toBe("; 1,360 more were not needed");
  expect(leftOutWords(whole)).toMatch(/^\. Some of the methods chosen need the other 1,360: Resume/);
  expect(leftOutWords({ samples: 1600, total: 1600 })).toBe("");
});
