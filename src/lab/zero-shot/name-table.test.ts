import { expect, test } from "vitest";
import { NameTable } from "./name-table";

const table = new NameTable("en\tde\tja\ncat\tKatze\t猫\nmoon\tMond\t\n");

test("a name is found in any of its languages, however it is written", () => {
  expect(table.translate("Cat", "en", "de")).toBe("Katze");
  expect(table.translate(" katze ", "de", "ja")).toBe("猫");
});

test("what is not in the table has no translation, nor has a name that is missing there", () => {
  expect(table.translate("dog", "en", "de")).toBeUndefined();
  expect(table.translate("cat", "de", "en")).toBeUndefined();
  expect(table.translate("moon", "en", "ja")).toBeUndefined();
  expect(table.translate("moon", "en", "fr")).toBeUndefined();
});
