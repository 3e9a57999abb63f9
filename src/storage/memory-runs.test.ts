import { expect, test } from "vitest";
import { storedRun } from "../../tests/stored-run";
import { openMemoryRuns } from "./memory-runs";
import { openRuns } from "./runs";

test("without IndexedDB runs are held in memory, and the store says that they are not kept", async () => {
  const store = await openRuns(); // Node has no IndexedDB.
  expect(store).toMatchObject({ kept: false, reason: "This browser offers the page no storage." });
  await store.saveRun(storedRun());
  expect(await store.listRuns()).toEqual({ runs: [storedRun()], malformed: [] });
});

test("runs in memory are listed newest first, replaced by id, and deleted", async () => {
  const store = openMemoryRuns("");
  for (const createdAt of [1, 3, 2]) await store.saveRun(storedRun({ id: `run-${createdAt}`, createdAt }));
  await store.saveRun(storedRun({ id: "run-3", createdAt: 3, status: "stopped" }));
  await store.deleteRun("run-1");
  expect((await store.listRuns()).runs.map(({ id, status }) => [id, status])).toEqual([
    ["run-3", "stopped"],
    ["run-2", "finished"],
  ]);
  expect(await store.getRun("run-1")).toBeNull();
});

test("a run in memory is a copy: changing one afterwards changes nothing stored", async () => {
  const store = openMemoryRuns("");
  const run = storedRun();
  await store.saveRun(run);
  run.samples.length = 0;
  expect(await store.getRun("run-1")).toEqual({ run: storedRun() });
});
