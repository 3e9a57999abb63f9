import { expect, test } from "vitest";
import { grouped } from "./grouped";

test("thousands are set apart as in English", () => {
  for (const value of [0, 7, 999, 1000, 12480, 999999, 1234567])
    expect(grouped(value)).toBe(value.toLocaleString("en"));
});
