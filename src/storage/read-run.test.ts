import { expect, test } from "vitest";
import { storedReadings, storedRun } from "../../tests/stored-run";
import { readRun } from "./read-run";

const good = storedRun();

test("a run that was stored whole is read as it was", () => {
  expect(readRun("run-1", structuredClone(good))).toEqual({ run: good });
});

test("a run that others have read is read with what they wrote", () => {
  const read = { ...good, readings: storedReadings };
  expect(readRun("run-1", structuredClone(read))).toEqual({ run: read });
});

test("fields that a later version added are let through", () => {
  const later = { ...good, note: "kept" };
  expect(readRun("run-1", later)).toEqual({ run: later });
});

test.each<[unknown, string]>([
  [null, "run is not a record"],
  ["run", "run is not a record"],
  [[], "run is not a record"],
  [{}, "run.id is not text"],
  [{ ...good, status: "paused" }, "run.status is not one of running, finished, stopped, failed"],
  [{ ...good, createdAt: NaN }, "run.createdAt is not a number"],
  [{ ...good, reason: 5 }, "run.reason is not text"],
  [{ ...good, samples: {} }, "run.samples is not a list"],
  [
    { ...good, samples: [good.samples[0], { ...good.samples[1], tokens: "1" }] },
    "run.samples[1].tokens is not a number",
  ],
  [{ ...good, samples: [undefined] }, "run.samples[0] is not a record"],
  [{ ...good, spec: { ...good.spec, sampling: null } }, "run.spec.sampling is not a record"],
  [{ ...good, readings: { ...storedReadings, methods: "all" } }, "run.readings.methods is not a list"],
  [
    { ...good, readings: { ...storedReadings, exchanges: [{ role: "poet" }] } },
    "run.readings.exchanges[0].role is not one of aggregator, judge",
  ],
  [{ ...good, timings: undefined }, "run.timings is not a record"],
  [{ ...good, id: "run-2" }, "run.id is not its key"],
])("%j is reported, not thrown", (value, fault) => {
  expect(readRun("run-1", value)).toEqual({ malformed: { id: "run-1", fault } });
});
