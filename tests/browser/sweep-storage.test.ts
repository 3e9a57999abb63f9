import { deleteDB } from "idb";
import { afterEach, describe, expect, test } from "vitest";
import { openDatabase } from "../../src/storage/db";
import { openMemorySweeps } from "../../src/storage/memory-sweeps";
import type { SweepReadings } from "../../src/storage/reading-record";
import type { SweepRecord, SweepSample } from "../../src/storage/sweep-record";
import type { SweepStore } from "../../src/storage/sweep-store";
import { openSweeps } from "../../src/storage/sweeps";

const NAME = "quorum-sweep-test";
const closing: SweepStore[] = [];

async function open(): Promise<SweepStore> {
  const store = await openSweeps({ name: NAME });
  closing.push(store);
  return store;
}

afterEach(async () => {
  for (const one of closing.splice(0)) one.close();
  await deleteDB(NAME);
});

function storedSweep(changes: Partial<SweepRecord> = {}): SweepRecord {
  return {
    id: "sweep-1",
    createdAt: 1,
    appVersion: "0",
    status: "running",
    activeMs: 5,
    spec: {
      model: "pocket-policy",
      device: "wasm",
      problems: { task: "word-problems", level: 3, count: 2, seed: 0 },
      methods: ["first", "majority"],
      samples: 2,
      sampling: { temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: 8, stop: [] },
    },
    ...changes,
  };
}

const sample = (problem: number, number: number): SweepSample => ({
  problem,
  written: {
    sample: number,
    text: `${problem}.${number}`,
    tokens: 3,
    logprob: -1,
    chunkEnds: [],
    finish: "stop",
  },
});

const readings = (problem: number, prompt: string): SweepReadings => ({
  problem,
  exchanges: [
    { role: "judge", model: "j", trained: true, temperature: 0, prompt, samples: [sample(0, 0).written] },
  ],
});

describe.each([
  ["in the browser's database", open],
  ["in memory", () => Promise.resolve(openMemorySweeps())],
])("sweeps %s", (_, open) => {
  test("are listed newest first, replaced by id, and deleted with their samples", async () => {
    const store = await open();
    for (const createdAt of [1, 3, 2]) await store.saveSweep(storedSweep({ id: `s${createdAt}`, createdAt }));
    await store.saveSweep(storedSweep({ id: "s3", createdAt: 3, status: "finished" }));
    await store.saveSamples("s1", [sample(0, 0)]);
    await store.saveSamples("s2", [sample(0, 1)]);
    await store.deleteSweep("s1");
    const { sweeps } = await store.listSweeps();
    expect(sweeps.map(({ id, status }) => [id, status])).toEqual([
      ["s3", "finished"],
      ["s2", "running"],
    ]);
    expect(await store.samplesOf("s1")).toEqual([]);
    expect(await store.samplesOf("s2")).toEqual([sample(0, 1)]);
  });

  test("give their samples back in order, each once, however they came", async () => {
    const store = await open();
    await store.saveSamples("s", [sample(10, 0), sample(2, 1)]);
    await store.saveSamples("s", [sample(2, 0), sample(2, 1)]);
    await store.saveSamples("s2", [sample(0, 0)]);
    expect(await store.samplesOf("s")).toEqual([sample(2, 0), sample(2, 1), sample(10, 0)]);
  });

  test("keep what other models read, problem by problem, the last word holding, and delete it with them", async () => {
    const store = await open();
    await store.saveReadings("s", [readings(10, "A"), readings(2, "A")]);
    await store.saveReadings("s", [readings(2, "B")]);
    expect(await store.readingsOf("s")).toEqual([readings(2, "B"), readings(10, "A")]);
    await store.deleteSweep("s");
    expect(await store.readingsOf("s")).toEqual([]);
  });
});

test("a sweep and its samples outlive the page that wrote them", async () => {
  const page = await open();
  expect(page.kept).toBe(true);
  await page.saveSweep(storedSweep());
  await page.saveSamples("sweep-1", [sample(0, 0)]);
  page.close();
  const later = await open();
  expect(await later.listSweeps()).toEqual({ sweeps: [storedSweep()], elsewhere: new Set(), malformed: [] });
  expect(await later.samplesOf("sweep-1")).toEqual([sample(0, 0)]);
});

test("what another open page runs is known", async () => {
  const [one, other] = [await open(), await open()];
  await one.saveSweep(storedSweep());
  expect((await one.listSweeps()).elsewhere).toEqual(new Set());
  expect((await other.listSweeps()).elsewhere).toEqual(new Set(["sweep-1"]));
});

test("a malformed sweep is named, and malformed samples are left out", async () => {
  const store = await open();
  const database = await openDatabase({ name: NAME, onClosed: () => {} });
  await database.put("sweeps", {
    id: "bad",
    page: "gone",
    record: storedSweep({ id: "bad", activeMs: "x" as never }),
  });
  await database.put("sweepSamples", { sweep: "s", problem: 0, sample: 0, written: { text: 3 } });
  await database.put("sweepSamples", { sweep: "s", problem: 0, sample: 1, written: sample(0, 2).written });
  database.close();
  expect((await store.listSweeps()).malformed).toEqual([
    { id: "bad", fault: "sweep.activeMs is not a number" },
  ]);
  expect(await store.samplesOf("s")).toEqual([]);
});

test("ten thousand samples are written and read in moments", async () => {
  const store = await open();
  for (let problem = 0; problem < 100; problem++)
    await store.saveSamples(
      "s",
      Array.from({ length: 100 }, (_, number) => sample(problem, number)),
    );
  expect(await store.samplesOf("s")).toHaveLength(10_000);
});
