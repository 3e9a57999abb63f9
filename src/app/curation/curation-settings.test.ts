import { expect, test } from "vitest";
import { CURATION_DEFAULTS, curationLink, readCurationLink } from "./curation-settings";

const read = (query: string) => readCurationLink(new URLSearchParams(query));

test("a link says what differs from the defaults, and is read back", () => {
  const settings = { ...CURATION_DEFAULTS, tEn: 50, leastPmi: 2.5, language: "th" };
  const link = curationLink(settings, { run: true });
  expect(link).toBe("#/curation?t=50&pmi=2.5&language=th&run=1");
  expect(read(link.split("?")[1]!)).toEqual({ settings, complaints: [], run: true });
  expect(curationLink(CURATION_DEFAULTS)).toBe("#/curation");
});

test("a number that is being typed is in no link", () => {
  expect(curationLink({ ...CURATION_DEFAULTS, tEn: null, seed: 7 })).toBe("#/curation?seed=7");
});

test("a language may be written in several ways, and a text's may be unknown", () => {
  expect(read("language=deu_Latn").settings.language).toBe("de");
  expect(read("language=other")).toMatchObject({ settings: { language: "other" }, complaints: [] });
});

test("what a link should not say is complained of by name, and the default stands in for it", () => {
  const { settings, complaints } = read("t=0&pmi=x&language=not+one&run=2&colour=red");
  expect(settings).toEqual(CURATION_DEFAULTS);
  expect(complaints.map(({ field }) => field)).toEqual(["tEn", "leastPmi", "language", "link", "link"]);
});
