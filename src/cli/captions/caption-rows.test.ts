import { expect, test } from "vitest";
import { OpenCorpus } from "../../lab/curation/open-corpus";
import { LANGUAGES } from "../../lab/zero-shot/languages";
import { captionRows } from "./caption-rows";

test("every caption is a row that the reader of a corpus takes, in each of the languages", async () => {
  const rows = [...captionRows()];
  expect(rows).toContain("grinning face\ten\n");
  expect(new Set(rows.map((row) => row.trimEnd().split("\t").at(-1)))).toEqual(
    new Set(LANGUAGES.map(({ code }) => code)),
  );
  const { found } = await OpenCorpus.read(new Blob(rows), {});
  expect(found).toEqual({ texts: rows.length, skipped: { count: 0, kept: [] } });
});
