import { expect, test } from "vitest";
import { fixture, recordedSet } from "../../../tests/imported";
import type { ProblemOutcome } from "../../metrics/outcomes";
import { preview } from "../imports/preview";
import { ReadFile } from "./read-file";
import { recordedOutcomes } from "./recorded-outcomes";
import { collected } from "../../../tests/collected";

async function read(text: string, tell: (bytes: number) => void = () => {}): Promise<ReadFile> {
  const file = new Blob([text]);
  const { mapping } = await preview(file);
  return ReadFile.of(file, "file", mapping, tell);
}
const row = (i: number) =>
  JSON.stringify({ question: `${i}?`, answer: "1", pred: ["1", `${i}`], scores: [0.5, 0.25] });
const rows = (count: number) => Array.from({ length: count }, (_, i) => row(i)).join("\n");

test("of recorded samples only counts are told; problems come when they are asked for", async () => {
  const file = await read(fixture("samples.jsonl"));
  expect(file.found).toEqual({
    ...{ kind: "recorded", name: "file", origin: null, count: 4, samples: 4, fewestSamples: 4, rows: 4 },
    ...{ scored: true, readFor: [], filters: [] },
    skipped: { count: 0, kept: [] },
  });
  const { problems } = await recordedSet(fixture("samples.jsonl"));
  expect(file.problemsAt([2, 0])).toEqual([problems[2], problems[0]]);
});

test("what the problems came to is handed over 50 at a time, each time when the last were taken", async () => {
  const file = await read(rows(120));
  const taken: ProblemOutcome[] = [];
  const sizes: number[] = [];
  let open = 0;
  await file.outcomes(async (some) => {
    expect(open++).toBe(0);
    await Promise.resolve();
    sizes.push(some.length);
    taken.push(...some);
    open--;
  });
  expect(sizes).toEqual([50, 50, 20]);
  expect(taken).toEqual(
    await collected(recordedOutcomes(await recordedSet(rows(120)), { scored: true, readFor: [] })),
  );
});

test("problems to be asked are handed over in parts, with the rows that were skipped", async () => {
  const line = (i: number) => JSON.stringify({ question: `${i}?`, answer: "1" });
  let bytes = 0;
  const text = `${[0, 1, 2].map(line).join("\n")}\n{`;
  const file = await read(text, (now) => (bytes = now));
  expect(file.found).toMatchObject({ kind: "problems", count: 3, skipped: { count: 1 } });
  expect(file.items(1, 5)).toEqual([1, 2].map((i) => ({ question: `${i}?`, answer: "1" })));
  expect(bytes).toBe(text.length);
});
