import { expect, test } from "vitest";
import { resumedWords } from "./resumed-words";

test("the cause is said in plain words, and that nothing was lost", () => {
  expect(resumedWords("device-lost")).toMatch(/lost the GPU.*went on where it was/);
  expect(resumedWords("out-of-memory")).toMatch(/Memory was full/);
  expect(resumedWords("worker-gone")).toMatch(/stopped on the way/);
});
