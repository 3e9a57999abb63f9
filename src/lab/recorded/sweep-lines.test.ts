import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { recordedSet } from "../../../tests/imported";
import { collected } from "../../../tests/collected";
import { analyse } from "../../cli/analysis/analyse";
import { toCandidate } from "../candidates";
import { METHODS } from "../methods";
import { integer, seededRandom } from "../random";
import { problemOutcome } from "../sweep/problem-outcome";
import { generatedProblems } from "../sweep/sweep-problem";
import { summaryOf } from "./found";
import { methodsFor, recordedOutcomes } from "./recorded-outcomes";
import type { RecordedSetProblem, RunOrigin } from "./recorded-set";
import { exportSweep } from "./sweep-lines";

const origin: RunOrigin = {
  model: "pocket-policy",
  modelSha: "ab12",
  device: "wasm",
  version: "0.1.0",
  createdAt: Date.UTC(2026, 10, 24, 5),
  sampling: { temperature: 0.8, topK: 0, topP: 0.95, minP: 0, maxTokens: 96, stop: ["\n\n"] },
  seed: 3,
};

/** Problems whose samples end in every way, with an answer or without. */
async function sweep(count: number, samples: number): Promise<RecordedSetProblem[]> {
  const random = seededRandom("sweep");
  const problems = await generatedProblems({ task: "word-problems", level: 3, count, seed: 3 });
  return problems.map((problem) => ({
    ...problem,
    candidates: Array.from({ length: samples }, (_, sample) => {
      const tokens = integer(random, 1, 90);
      const answer = random() < 0.5 ? problem.answer : `${integer(random, 1, 9)}`;
      const text = `<chunk>Two\nlines.</chunk>${random() < 0.9 ? `Answer: ${answer}` : "Hm "}`;
      const finish = (["stop", "length", "cancelled"] as const)[integer(random, 0, 2)]!;
      const written = { sample, text, tokens, logprob: -tokens * random(), chunkEnds: [1], finish };
      return toCandidate(written, problem.answer);
    }),
  }));
}
const exported = (problems: RecordedSetProblem[]) => [...exportSweep(problems, origin)].join("");

test("a sweep that was exported is read back as it was, candidate by candidate", async () => {
  const problems = await sweep(20, 8);
  expect(await recordedSet(exported(problems))).toEqual({
    name: "file",
    problems,
    samples: 8,
    rows: 20,
    origin,
  });
});

test("what readers came to is read back and stands in the figures, beside the vote; an edited cell is left out", async () => {
  const [first, second] = await sweep(2, 4);
  const read = [
    { method: "aggregation", samples: 2, answer: "7", right: 1, tokens: 130, roleTokens: 30 },
    { method: "aggregation", samples: 4, answer: null, right: 0, tokens: 260, roleTokens: 40 },
  ];
  const edited = [{ ...read[0]!, tokens: "many" }] as never;
  const set = await recordedSet(
    exported([
      { ...first!, read },
      { ...second!, read: edited },
    ]),
  );
  expect(set.problems.map(({ read }) => read)).toEqual([read, undefined]);
  const summary = summaryOf(set);
  expect(summary.readFor).toEqual(["aggregation"]);
  const place = methodsFor(summary).findIndex(({ id }) => id === "aggregation");
  const [shown, without] = await collected(recordedOutcomes(set, summary));
  expect(shown!.methods[place]!.map(({ accuracy, tokens }) => [accuracy, tokens])).toEqual([[NaN, NaN], [1, 130], [0, 260]]); // prettier-ignore
  expect(shown!.votes).toHaveLength(4);
  expect(without!.methods[place]!.every(({ accuracy }) => Number.isNaN(accuracy))).toBe(true);
});

test("a line is one problem and says by itself how it was made", async () => {
  const lines = exported(await sweep(3, 2))
    .trimEnd()
    .split("\n");
  expect(lines).toHaveLength(3);
  expect(JSON.parse(lines[1]!)).toMatchObject({
    problem: expect.stringMatching(/^word-problems\/3\//) as string,
    samples: [expect.any(String), expect.any(String)] as string[],
    ...{ model: "pocket-policy", modelSha: "ab12", device: "wasm", version: "0.1.0", maxTokens: 96 },
    createdAt: "2026-11-24T05:00:00.000Z",
  });
});

test("npm run analyse prints of the file what the sweep came to", async () => {
  const problems = await sweep(30, 6);
  const folder = mkdtempSync(join(tmpdir(), "quorum-"));
  const file = join(folder, "sweep.jsonl");
  writeFileSync(file, exported(problems));
  const { report, skipped } = await analyse({ file, mapping: {}, ks: [], seed: 0 });
  rmSync(folder, { recursive: true });
  const outcomes = await Promise.all(
    problems.map(({ candidates }, i) => problemOutcome(i, candidates, METHODS, [1, 6])),
  );
  const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const figures = JSON.parse(report.split("\n").at(-1)!) as Record<string, number>;
  expect([skipped, figures.problems, figures.samples]).toEqual(["", 30, 180]);
  expect(figures.pass1).toBeCloseTo(mean(outcomes.map(({ passAt }) => passAt[0]!)), 6);
  expect(figures.maj).toBeCloseTo(mean(outcomes.map(({ majority }) => majority)), 6);
  expect(figures.pass).toBeCloseTo(mean(outcomes.map(({ passAt }) => passAt[1]!)), 6);
});

test("recorded samples of other tools are exported with all they have, and read back", async () => {
  const row = { question: "?", answer: "1", pred: ["1", null], scores: [-1, 2.5], tokens: [3, null] };
  const set = await recordedSet(JSON.stringify(row));
  const again = await recordedSet([...exportSweep(set.problems, null)].join(""));
  expect(again.problems).toEqual(set.problems.map((one) => ({ ...one, id: "line/1" })));
  expect(again.origin).toBeNull();
});

test("lines of two sweeps in one file have no one origin, and a problem without samples has no line", async () => {
  const problems = await sweep(2, 2);
  const other = { ...origin, device: "webgpu" } as const;
  const lines = [...exportSweep(problems.slice(0, 1), origin), ...exportSweep(problems.slice(1), other)];
  expect(await recordedSet(lines.join(""))).toMatchObject({ origin: null, problems });
  expect(exported([{ ...problems[0]!, candidates: [] }])).toBe("");
});
