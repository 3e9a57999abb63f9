import { expect, test } from "vitest";
import { complainOfLabel, splitLabels } from "./label";

const labels = [{ text: "Cat", language: "en" }];

test("a label that is there already, however written, is refused by name", () => {
  expect(complainOfLabel("  cAT ", labels)).toContain("“cAT” is a label already");
  expect(complainOfLabel("e\u0301té", [{ text: "été", language: "fr" }])).toContain("already");
  expect(complainOfLabel("dog", labels)).toBeUndefined();
});

test("a label of 10,000 characters is refused with its length and the limit", () => {
  expect(complainOfLabel("x".repeat(10_000), [])).toContain("10,000 characters; a label may have 300");
});

test("nothing but space is no label", () => {
  expect(complainOfLabel(" \u3000", [])).toContain("at least one character");
});

test("commas of several scripts part labels", () => {
  expect(splitLabels("cat, Hund；猫、犬\nقطة، كلب")).toEqual(["cat", "Hund", "猫", "犬", "قطة", "كلب"]);
});
