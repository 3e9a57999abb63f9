import { expect, test } from "vitest";
import { FIRST_LABELS } from "../../app/vision/samples";
import { NameTable } from "../../lab/zero-shot/name-table";
import { nameRows } from "./name-rows";

const table = new NameTable([...nameRows()].join(""));

test("what the Vision view opens with has a name in every language", () => {
  for (const { text, language } of FIRST_LABELS)
    for (const to of table.languages)
      expect(table.translate(text, language, to), `${text} in ${to}`).toBeTruthy();
});

test("a name is that of the same emoji", () => {
  expect(table.translate("fish", "en", "de")).toBe("Fisch");
  expect(table.translate("自行车", "zh", "fr")).toBe("vélo");
});
