import { expect, test } from "vitest";
import type { CorpusView } from "./corpus-view";
import { OpenCorpus } from "./open-corpus";
import type { Progress } from "./work";

/** Twelve texts about dogs, of which one is also about a yak, and two in German. */
const LINES = [
  ...Array.from({ length: 11 }, () => "a dog\ten"),
  "a dog, a yak, a yak\ten",
  "ein Hund\tde",
  "kein Hund\tde",
];

async function open(lines = LINES, steps: Progress[] = []) {
  const corpus = await OpenCorpus.read(new Blob([lines.join("\n")]), { onProgress: (at) => steps.push(at) });
  await corpus.match({ leastUnigram: 1 }, { onProgress: (at) => steps.push(at) });
  return corpus;
}

test("entries that lost the most texts are told with their counts before and after", async () => {
  const view = (await open()).view({ tEn: 1, seed: 1, language: "en" });
  const { keptDrawn } = view.languages.find(({ language }) => language === "en")!;
  expect(view.thinned.slice(0, 2)).toEqual([
    { entry: "a", before: 12, after: keptDrawn },
    { entry: "dog", before: 12, after: keptDrawn },
  ]);
  expect(keptDrawn).toBeLessThan(12);
  expect(view.thinned.every(({ before, after }) => after < before)).toBe(true);
});

test("where nothing is above the threshold, no entry is thinned", async () => {
  expect((await open()).view({ tEn: 1000, seed: 1, language: "en" }).thinned).toEqual([]);
});

test("examples go from rare to common and stay the same texts while the threshold moves", async () => {
  const corpus = await open([...LINES, "!\ten"]);
  const at = (tEn: number) => corpus.view({ tEn, seed: 1, language: "en" }).examples;
  expect(at(1).map(({ rarest }) => rarest?.count)).toEqual([1, 12, undefined]);
  expect(at(1)[0]).toMatchObject({ text: "a dog, a yak, a yak", probability: 1, kept: true });
  expect(at(1)[1]!.probability).toBeCloseTo(1 - (11 / 12) ** 2);
  expect(at(1)[2]).toMatchObject({ text: "!", rarest: null, probability: 0, kept: false });
  expect(at(6).map(({ row }) => row)).toEqual(at(1).map(({ row }) => row));
});

test("a language that is not there gives way to English, and that to the one with the most texts", async () => {
  const shown = async (lines: string[]): Promise<CorpusView["language"]> =>
    (await open(lines)).view({ tEn: 1, seed: 1, language: "th" }).language;
  expect(await shown(LINES)).toBe("en");
  expect(await shown(["un chien\tfr", "ein Hund\tde", "kein Hund\tde"])).toBe("de");
});

test("what is kept is written as JSON Lines, as many as are counted", async () => {
  const corpus = await open();
  const lines = [...corpus.keptLines({ tEn: 2, seed: 3 })].map((line) => JSON.parse(line) as unknown);
  const { languages } = corpus.view({ tEn: 2, seed: 3, language: "en" });
  expect(lines).toHaveLength(languages.reduce((sum, { keptDrawn }) => sum + keptDrawn, 0));
  expect(lines).toContainEqual({ text: "a dog, a yak, a yak", language: "en", keep: 1 });
});

test("progress is told in three steps, each to its end", async () => {
  const steps: Progress[] = [];
  await open(LINES, steps);
  expect(new Set(steps.map(({ step }) => step))).toEqual(new Set(["reading", "counting words", "matching"]));
  expect(steps.every(({ done, of }) => done <= of)).toBe(true);
  for (const step of ["reading", "counting words", "matching"])
    expect(steps.some((one) => one.step === step && one.done === one.of)).toBe(true);
});

test("a matching that is aborted leaves what was matched before", async () => {
  const corpus = await open();
  const before = corpus.view({ tEn: 2, seed: 1, language: "en" });
  await expect(corpus.match({}, { signal: AbortSignal.abort() })).rejects.toThrow();
  expect(corpus.view({ tEn: 2, seed: 1, language: "en" })).toEqual(before);
});
