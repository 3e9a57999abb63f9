import { expect, test } from "vitest";
import { Fingerprint } from "./fingerprint";

function fingerprint(...texts: string[]): number {
  const made = new Fingerprint();
  for (const text of texts) made.add(text);
  return made.value();
}

test("texts that differ in a character, their order or where they part have different fingerprints", () => {
  const all = [["ab", "c"], ["a", "bc"], ["c", "ab"], ["abc"], ["abd"], ["", "abc"], ["abc", ""], []];
  expect(new Set(all.map((texts) => fingerprint(...texts))).size).toBe(all.length);
});

test("a hundred thousand similar texts share none", () => {
  const all = Array.from({ length: 100_000 }, (_, i) => fingerprint("question", `${i}`));
  expect(new Set(all).size).toBe(100_000);
  expect(all.every((value) => Number.isSafeInteger(value) && value >= 0)).toBe(true);
});
