import { expect, test } from "vitest";
import { curate } from "./curation";
import type { Progress } from "./curation/work";

const CORPUS = Array.from({ length: 1000 }, (_, i) => ({
  text: i % 10 === 0 ? `a rare bird number ${i % 50}` : "a dog on a sofa",
  language: i % 3 === 0 ? "de" : "en",
}));
const OPTIONS = { tEn: 80, seed: 1 };

test("what many texts say is thinned out, what few say is kept", async () => {
  const { kept } = await curate(CORPUS, OPTIONS);
  const share = (isRare: boolean) => {
    const rows = [...CORPUS.keys()].filter((row) => (row % 10 === 0) === isRare);
    return rows.filter((row) => kept[row]).length / rows.length;
  };
  expect(share(true)).toBe(1);
  expect(share(false)).toBeLessThan(0.6);
});

test("given entries take the place of those of the corpus", async () => {
  const { matched, languages } = await curate(CORPUS, { ...OPTIONS, metadata: { en: ["bird"] } });
  expect(matched.languages.map(({ entries }) => entries)).toEqual([["bird"], []]);
  expect(languages.map(({ matched }) => matched)).toEqual([66, 0]);
});

test("an empty corpus is curated to nothing", async () => {
  expect(await curate([], OPTIONS)).toMatchObject({ languages: [], tail: null });
});

test("progress goes through all texts twice, and others come in between", async () => {
  const told: Progress[] = [];
  let pauses = 0;
  const breathe = () => Promise.resolve(void pauses++);
  await curate(CORPUS, OPTIONS, { breathe, onProgress: (progress) => told.push(progress) });
  expect(told.map(({ step, done }) => `${step} ${done}`)).toEqual(
    ["counting words", "matching"].flatMap((step) => [256, 512, 768, 1000].map((done) => `${step} ${done}`)),
  );
  expect(pauses).toBe(told.length);
});

test("work that is aborted ends at its next pause", async () => {
  const controller = new AbortController();
  let told = 0;
  const work = curate(CORPUS, OPTIONS, {
    signal: controller.signal,
    onProgress: () => {
      told++;
      controller.abort();
    },
  });
  await expect(work).rejects.toThrow(/abort/);
  expect(told).toBe(1);
});
