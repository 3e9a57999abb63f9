import { expect, test } from "vitest";
import { complainOfMemory, memoryBytes } from "./memory-setting";

test.each([
  ["", undefined],
  ["  ", undefined],
  ["500MB", 500e6],
  ["500 mb", 500e6],
  ["2.5 GB", 2.5e9],
  [".5gb", 0.5e9],
])("“%s” is %s bytes", (text, bytes) => {
  expect(complainOfMemory(text)).toBeNull();
  expect(memoryBytes(text)).toBe(bytes);
});

test.each([
  ["500", "“500” is neither"],
  ["lots", "a size such as 500 MB or 2 GB"],
  ["-1 GB", "“-1 GB” is neither"],
  ["0 MB", "from 1 MB"],
  ["2000 GB", "to 1000 GB"],
])("“%s” is complained of by name", (text, words) => {
  expect(complainOfMemory(text)).toContain(words);
});
