import { expect, test } from "vitest";
import { storedReadings, storedRun } from "../../tests/stored-run";
import { exportRuns } from "./export-runs";
import { importRuns } from "./import-runs";

test("runs that were exported are read back as they were", () => {
  const runs = [storedRun(), storedRun({ id: "run-2", status: "failed", reason: "Why.", samples: [] })];
  const again = importRuns(exportRuns(runs, () => ({ correct: true })));
  expect(again.map(({ id, samples, spec }) => ({ id, samples, spec }))).toEqual(
    runs.map(({ id, samples, spec }) => ({ id, samples, spec })),
  );
});

test("what others wrote about the samples is in one line of a run, and is read back from any", () => {
  const run = storedRun({ readings: storedReadings });
  const lines = exportRuns([run]).trimEnd().split("\n");
  expect(lines.filter((line) => line.includes("Score: 9"))).toHaveLength(1);
  expect(importRuns(lines.join("\n"))).toEqual([expect.objectContaining({ readings: storedReadings })]);
  expect(importRuns(lines.reverse().join("\n"))[0]!.readings).toEqual(storedReadings);
});

test.each([
  ["{", "line 1 is none of a run that Runs exported"],
  ['{"question":"?"}', "line 1 is none"],
  ["null", "line 1 is none"],
  ['\n{"format":"quorum-samples/1","id":"a","sample":null}', "the run a cannot be read: run.createdAt"],
])("%j is refused by its line", (text, message) => expect(() => importRuns(text)).toThrow(message));
