import { expect, test } from "vitest";
import { add, divide, rational, written } from "./rational";

test("a fraction is kept in lowest terms with a positive denominator", () => {
  expect(written(rational(6n, -8n))).toBe("-3/4");
  expect(written(rational(0n, -8n))).toBe("0");
});

test("arithmetic is exact", () => {
  expect(written(add(rational(1n, 3n), rational(1n, 6n)))).toBe("1/2");
  expect(written(divide(rational(1n, 3n), rational(-2n, 9n)))).toBe("-3/2");
});

test("a zero denominator is refused", () => {
  expect(() => rational(1n, 0n)).toThrow(RangeError);
  expect(() => divide(rational(1n), rational(0n))).toThrow(RangeError);
});
