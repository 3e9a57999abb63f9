import { deleteDB } from "idb";
import { afterEach, expect, test } from "vitest";
import { Judgements } from "../../src/storage/judgements";

const NAME = "quorum-judgements-test";
const closing: Judgements[] = [];

function open(): Judgements {
  const kept = new Judgements({ name: NAME });
  closing.push(kept);
  return kept;
}

afterEach(async () => {
  for (const one of closing.splice(0)) one.close();
  await deleteDB(NAME);
});

test("a judgement is found by another page, for the same weights and the same words only", async () => {
  const pair = ["How many?", "One.", "Two."];
  await open().save("ab12", pair, { tokens: 1 });
  await open().save("ab12", pair, { tokens: 2 });
  const later = open();
  expect(await later.find("ab12", pair)).toEqual({ tokens: 2 });
  expect(await later.find("cd34", pair)).toBeUndefined();
  expect(await later.find("ab12", ["How many?", "Two.", "One."])).toBeUndefined();
});

test("where nothing can be stored, finding and saving reject with a sentence", async () => {
  const newer = new Judgements({ name: NAME, version: 9 });
  await newer.find("ab12", []);
  newer.close();
  await expect(open().find("ab12", [])).rejects.toThrow("A newer version of this page has used the storage");
});
