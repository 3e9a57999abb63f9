import { expect, test } from "vitest";
import { pocketEncoder } from "../../../models/encoders";
import { languageRows } from "./language-rows";

test("the shipped encoder's languages are told best first, each beside training in English alone", () => {
  const rows = languageRows(pocketEncoder.scores!);
  expect(rows).toHaveLength(21);
  expect(rows[0]!.code).toBe("en");
  expect(rows.map(({ right }) => right)).toEqual(rows.map(({ right }) => right).toSorted((a, b) => b - a));
  expect(rows[0]!.englishOnly).toBeGreaterThan(rows[0]!.right);
  for (const { code, right, englishOnly } of rows.slice(1)) expect(englishOnly, code).toBeLessThan(right);
});

test("a card without them has no rows", () => {
  expect(languageRows({ maj: 0.5 })).toEqual([]);
  expect(languageRows({ byLanguage: { de: 0.5 } })).toEqual([{ code: "de", right: 0.5, englishOnly: null }]);
});
