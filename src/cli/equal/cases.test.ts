import { expect, test } from "vitest";
import { readCases } from "./cases";

test("rows are read with their lines; blank ones are passed over", () => {
  const text =
    '{"gold":"1","pred":"2","expected":false}\n\n{"gold":"1","pred":"1.0","expected":1,"more":0}\n';
  expect(readCases(text)).toEqual([
    { line: 1, gold: "1", pred: "2", expected: false },
    { line: 3, gold: "1", pred: "1.0", expected: true },
  ]);
});

test.each([
  ["{", "line 1 is not JSON"],
  ["3", 'line 1 needs the texts "gold" and "pred"'],
  ['{"gold":"1","pred":"1"}', 'and "expected": true, false, 1 or 0'],
])("%j is refused with its line", (row, message) => expect(() => readCases(row)).toThrow(message));
