import { deleteDB, openDB } from "idb";
import { afterEach, describe, expect, test } from "vitest";
import { openDatabase } from "../../src/storage/db";
import { joinOpenPages } from "../../src/storage/open-pages";
import type { RunStore } from "../../src/storage/run-store";
import { openRuns, type RunsOptions } from "../../src/storage/runs";
import { storedRun } from "../stored-run";

const NAME = "quorum-storage-test";
const closing: { close(): void }[] = [];

async function open(options: RunsOptions = {}): Promise<RunStore> {
  const store = await openRuns({ name: NAME, ...options });
  closing.push(store);
  return store;
}

afterEach(async () => {
  for (const one of closing.splice(0)) one.close();
  await deleteDB(NAME);
});

const statuses = async (store: RunStore) =>
  (await store.listRuns()).runs.map(({ id, status, reason }) => [id, status, reason]);

test("a run outlives the page that saved it", async () => {
  const page = await open();
  expect(page.kept).toBe(true);
  await page.saveRun(storedRun());
  page.close();
  expect(await (await open()).listRuns()).toEqual({ runs: [storedRun()], malformed: [] });
});

test("runs are listed newest first, replaced by id, found and deleted by id", async () => {
  const store = await open();
  for (const createdAt of [1, 3, 2]) await store.saveRun(storedRun({ id: `run-${createdAt}`, createdAt }));
  await store.saveRun(storedRun({ id: "run-3", createdAt: 3, status: "stopped" }));
  await store.deleteRun("run-1");
  expect(await statuses(store)).toEqual([
    ["run-3", "stopped", undefined],
    ["run-2", "finished", undefined],
  ]);
  expect(await store.getRun("run-2")).toEqual({ run: storedRun({ id: "run-2", createdAt: 2 }) });
  expect(await store.getRun("run-1")).toBeNull();
});

test("a malformed run is reported beside the others, and can be deleted", async () => {
  const store = await open();
  await store.saveRun(storedRun());
  const database = await openDatabase({ name: NAME, onClosed: () => {} });
  await database.put("runs", { id: "bad", page: "gone", record: { id: "bad", samples: 3 } });
  database.close();
  expect(await store.listRuns()).toEqual({
    runs: [storedRun()],
    malformed: [{ id: "bad", fault: "run.createdAt is not a number" }],
  });
  await store.deleteRun("bad");
  expect((await store.listRuns()).malformed).toEqual([]);
});

describe.each([
  ["by lock", () => joinOpenPages()],
  ["by asking, where there are no locks", () => joinOpenPages(null)],
])("with open pages known %s", (_, join) => {
  test("a run left running by a closed page is shown as failed, with what it wrote", async () => {
    const page = await open({ page: join() });
    await page.saveRun(storedRun({ status: "running" }));
    page.close();
    const later = await open({ page: join() });
    expect(await statuses(later)).toEqual([["run-1", "failed", "The page was closed."]]);
    expect((await later.listRuns()).runs[0]!.samples.map(({ finish }) => finish)).toEqual([
      "stop",
      "cancelled",
    ]);
    expect(await later.getRun("run-1")).toMatchObject({ run: { status: "failed" } });
  });

  test("a run of another page that is still open is running, and its end is not overwritten", async () => {
    const [one, other] = [await open({ page: join() }), await open({ page: join() })];
    await one.saveRun(storedRun({ status: "running" }));
    expect(await statuses(other)).toEqual([["run-1", "running", undefined]]);
    expect(await statuses(one)).toEqual([["run-1", "running", undefined]]);
    await one.saveRun(storedRun());
    expect(await statuses(other)).toEqual([["run-1", "finished", undefined]]);
  });
});

describe("where the storage is in another's hands", () => {
  test("an older page makes way for a newer one, and says so when it is used again", async () => {
    const old = await open();
    const newer = await openDB(NAME, 99);
    closing.push(newer);
    await expect(old.saveRun(storedRun())).rejects.toThrow(
      "A newer version of this page has used the storage",
    );
  });

  test("a page that finds a newer version's storage keeps its runs in memory and says why", async () => {
    (await openDB(NAME, 99)).close();
    const store = await open();
    expect(store.kept).toBe(false);
    expect(store.reason).toMatch(/newer version/);
    await store.saveRun(storedRun());
    expect(await statuses(store)).toEqual([["run-1", "finished", undefined]]);
  });

  test("a page blocked by an older one that does not make way waits no longer than its patience", async () => {
    closing.push(await openDB(NAME, 3));
    const store = await open({ version: 6, patienceMs: 100 });
    expect(store).toMatchObject({
      kept: false,
      reason: expect.stringMatching(/open in another tab/) as string,
    });
  });

  test("a connection that the browser closed is opened again", async () => {
    const store = await open();
    await store.saveRun(storedRun());
    await deleteDB(NAME); // As clearing the site's data does: the connection is told to close.
    expect(await statuses(store)).toEqual([]);
    await store.saveRun(storedRun());
    expect(await statuses(store)).toEqual([["run-1", "finished", undefined]]);
  });
});

test("where the browser refuses storage, runs are held in memory and the reason is a sentence", async () => {
  const refused = () => {
    throw new DOMException("denied", "SecurityError");
  };
  const original = Object.getOwnPropertyDescriptor(IDBFactory.prototype, "open")!;
  Object.defineProperty(IDBFactory.prototype, "open", { ...original, value: refused });
  try {
    expect(await open()).toMatchObject({
      kept: false,
      reason: expect.stringMatching(/does not let the page store/) as string,
    });
  } finally {
    Object.defineProperty(IDBFactory.prototype, "open", original);
  }
});
