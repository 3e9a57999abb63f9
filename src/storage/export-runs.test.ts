import { expect, test } from "vitest";
import { storedRun } from "../../tests/stored-run";
import { type ExportedSample, exportRuns } from "./export-runs";

const linesOf = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as ExportedSample);

test("each sample is one line with its run's specification", () => {
  const run = storedRun();
  const lines = linesOf(exportRuns([run]));
  expect(lines.map(({ sample }) => sample)).toEqual(run.samples);
  for (const line of lines) expect(line).toMatchObject({ id: run.id, spec: run.spec, status: "finished" });
});

test("the lines hold all that is needed to put the runs together again", () => {
  const runs = [storedRun(), storedRun({ id: "run-2", status: "failed", reason: "Why.", samples: [] })];
  const again = new Map<string, unknown>();
  for (const { format, sample, ...rest } of linesOf(exportRuns(runs))) {
    expect(format).toBe("quorum-samples/1");
    const run = (again.get(rest.id) ?? { ...rest, samples: [] }) as { samples: unknown[] };
    if (sample) run.samples.push(sample);
    again.set(rest.id, run);
  }
  expect([...again.values()]).toEqual(runs);
});

test("what can be computed of a sample stands beside it", () => {
  const text = exportRuns([storedRun()], ({ text }, { spec }) => ({
    correct: text.endsWith(spec.expected!),
  }));
  expect(linesOf(text)).toMatchObject([{ correct: true }, { correct: false }]);
});

test("no run is no line, and a line break in a text stays inside its line", () => {
  expect(exportRuns([])).toBe("");
  const run = storedRun();
  run.samples[0]!.text = "a\nb\u2028c";
  expect(exportRuns([run]).match(/\n/g)).toHaveLength(2);
});
