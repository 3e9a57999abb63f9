import { expect, test } from "vitest";
import { storedRun } from "../../tests/stored-run";
import { exportRuns } from "./export-runs";
import { importRuns } from "./import-runs";

test("runs that were exported are read back as they were", () => {
  const runs = [storedRun(), storedRun({ id: "run-2", status: "failed", reason: "Why.", samples: [] })];
  const again = importRuns(exportRuns(runs, () => ({ correct: true })));
  expect(again.map(({ id, samples, spec }) => ({ id, samples, spec }))).toEqual(
    runs.map(({ id, samples, spec }) => ({ id, samples, spec })),
  );
});

test.each([
  ["{", "line 1 is none of a run that Runs exported"],
  ['{"question":"?"}', "line 1 is none"],
  ["null", "line 1 is none"],
  ['\n{"format":"quorum-samples/1","id":"a","sample":null}', "the run a cannot be read: run.createdAt"],
])("%j is refused by its line", (text, message) => expect(() => importRuns(text)).toThrow(message));
