import { expect, test } from "vitest";
import { confusionOf, labelOfClass } from "./confusion";

test("each picture counts in its class's row and in the column of what it was taken for", () => {
  const guesses = [
    { truth: "cat", guess: "cat" },
    { truth: "cat", guess: "dog" },
    { truth: "dog", guess: "dog" },
    { truth: "fish", guess: "cat" }, // No class of these.
  ];
  expect(confusionOf(["cat", "dog"], guesses)).toEqual({
    classes: ["cat", "dog"],
    counts: [
      [1, 1],
      [0, 1],
    ],
    right: 2,
    of: 3,
  });
});

test("a folder's name is the label that it spells, with other signs between its words", () => {
  const labels = [{ text: "Red heart", language: "en" }];
  expect(labelOfClass("red_heart", labels)).toBe(labels[0]);
  expect(labelOfClass("heart", labels)).toBeUndefined();
});
