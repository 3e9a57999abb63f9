import { expect, test } from "vitest";
import { storedRun } from "../../../tests/stored-run";
import { recordedSet } from "../../../tests/imported";
import { exportRuns } from "../../storage/export-runs";
import { toCandidate } from "../candidates";

const described: Parameters<typeof exportRuns>[1] = (sample, { spec }) => ({
  answer: toCandidate(sample, spec.expected).answer?.text ?? null,
});

test("runs that were exported are recorded samples: a run a problem, with its samples as they were", async () => {
  const run = storedRun();
  const other = { ...storedRun(), id: "other", createdAt: run.createdAt + 5 };
  other.spec = { ...other.spec, sampling: { ...other.spec.sampling, seed: 7 } };
  const set = await recordedSet(exportRuns([run, other], described));
  const { seed, ...sampling } = run.spec.sampling;
  const { model, device } = run.spec;
  expect(set.problems.map(({ question, answer, seed }) => [question, answer, seed])).toEqual([
    [run.spec.question, run.spec.expected, seed],
    [run.spec.question, run.spec.expected, 7],
  ]);
  expect(set.problems[0]!.candidates).toEqual(
    run.samples.map((sample) =>
      toCandidate({ ...sample, finish: sample.finish ?? "cancelled" }, run.spec.expected),
    ),
  );
  expect(set.origin).toEqual({
    model,
    device,
    version: run.appVersion,
    createdAt: run.createdAt + 5,
    sampling,
  });
});

test("one run says its seed too", async () => {
  const run = storedRun();
  const { origin, problems } = await recordedSet(exportRuns([run], described));
  expect(origin).toMatchObject({ seed: run.spec.sampling.seed, createdAt: run.createdAt });
  expect(problems).toHaveLength(1);
});

test("runs without a right answer, or without a sample, are skipped and say why", async () => {
  const { expected: _, ...spec } = storedRun().spec;
  const text = exportRuns([
    { ...storedRun(), spec },
    { ...storedRun(), id: "b", samples: [] },
    { ...storedRun(), id: "c" },
  ]);
  const { imported } = await import("../../../tests/imported");
  const { problems, faults } = await imported(text, { answer: "spec.expected" });
  expect(new Set(problems.map(({ number }) => number)).size).toBe(1);
  expect(faults.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
    "1: no right answer and no labels to compare with",
    "2: no right answer and no labels to compare with",
    "3: no samples: sample.text is empty or missing",
  ]);
});
