import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { drawn } from "../../../tests/drawn";
import { exportSweep } from "../../lab/recorded/sweep-lines";
import { analyse } from "./analyse";
import { readAnalysisOptions } from "./options";

const root = join(import.meta.dirname, "../../..");
const fixture = (name: string) => join(root, "tests/fixtures/imports", name);
const run = (path: string, ...args: string[]) => analyse(readAnalysisOptions(["--file", path, ...args]));
const lastLine = ({ report }: { report: string }) =>
  JSON.parse(report.split("\n").at(-1)!) as Record<string, unknown>;

test("the last line is one JSON document with shares at k = all samples", async () => {
  const all = await run(fixture("samples.jsonl"));
  expect(lastLine(all)).toEqual({
    problems: 4,
    samples: 16,
    pass1: 0.4375,
    maj: 0.625,
    bestByScore: 0.25,
    weighted: 0.5,
    pass: 0.75,
  });
  expect(all.skipped).toBe("");
});

test("the table has a column for each number of samples, and differences with what they rest on", async () => {
  const { report } = await run(fixture("samples.jsonl"), "--k", "1,2");
  expect(report).toMatch(/^ +k = 1 \(4 problems\) +k = 2 \(4 problems\) +k = 4 \(4 problems\)$/m);
  expect(report).toMatch(/^maj@k +43\.8 % {2}\[.*\] +47\.9 % .* 62\.5 % {2}\[21\.9, 90\.8\]$/m);
  expect(report).toMatch(
    /^best of k by score − maj@k +−37\.5 {2}\[.*p = 0\.50 \(0 : 1, left out as ties: 1\)$/m,
  );
});

test("skipped rows are counted and told, and what has no scores is null", async () => {
  const all = await run(fixture("harness-repeats.jsonl"));
  expect(lastLine(all)).toMatchObject({
    problems: 2,
    samples: 8,
    maj: 0.75,
    bestByScore: null,
    weighted: null,
  });
  expect(all.skipped).toBe("");
  const { skipped } = await run(fixture("hostile.jsonl"));
  expect(skipped).toMatch(/^15 rows skipped:\n {2}line 2: not JSON: [^]*\n {2}and 5 more$/);
});

test("of a sweep that methods stopped early the first samples count, which every problem has", async () => {
  const answers = ["1111", "12122222", "1212"]; // The last was not drawn to its end.
  const problems = answers.map((all, number) => ({
    ...{ id: `p/${number}`, question: `Which of ${number}?`, answer: "1" },
    candidates: drawn([...all], { expected: "1" }),
  }));
  const sampling = { temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: 96, stop: [] };
  const origin = {
    ...{ model: "pocket-policy", device: "wasm" as const, version: "0", createdAt: 1, sampling },
    stoppedBy: ["adaptive"],
  };
  const folder = mkdtempSync(join(tmpdir(), "quorum-"));
  const file = join(folder, "sweep.jsonl");
  writeFileSync(file, [...exportSweep(problems, origin)].join(""));
  const all = await run(file);
  expect(lastLine(all)).toMatchObject({ problems: 2, samples: 8, pass1: 0.75, maj: 0.75, pass: 1 });
  expect(all.report).toContain("stopped early by Adaptive vote: only the first 4 samples");
  expect(all.report).toContain("1 of 3 problems, which they have not enough of, are left out");
  rmSync(folder, { recursive: true });
});

test("weights can be chosen, and are named", async () => {
  const { report } = await run(fixture("solutions.jsonl"));
  expect(report).toContain("Weights are the softmax of a problem's scores."); // One of them is negative.
  expect((await run(fixture("solutions.jsonl"), "--weights", "sigmoid")).report).toContain(
    "Weights are the sigmoid",
  );
});

test("files that cannot be used are refused in words that name them and the way out", async () => {
  const folder = mkdtempSync(join(tmpdir(), "quorum-"));
  const file = (text: string) => {
    writeFileSync(join(folder, "file.jsonl"), text);
    return join(folder, "file.jsonl");
  };
  await expect(run(join(folder, "nothing.jsonl"))).rejects.toThrow(/--file: there is no .*nothing\.jsonl/);
  await expect(run(folder)).rejects.toThrow(/is a folder; name a \.jsonl or \.csv file/);
  await expect(run(file(""))).rejects.toThrow(/file\.jsonl is empty/);
  await expect(run(file("\n \n"))).rejects.toThrow(/no row can be read; it is blank/);
  await expect(run(file("{\n"))).rejects.toThrow(/no row can be read; line 1: not JSON/);
  await expect(run(file('{\n"a": 1\n}'))).rejects.toThrow(/write one object per line/);
  await expect(run(file("[]"))).rejects.toThrow(/no row can be read; line 1: the list is empty/);
  await expect(run(file('{"answer":"1","pred":[]}'))).rejects.toThrow(
    /samples=…; the columns are answer, pred/,
  );
  rmSync(folder, { recursive: true });
});

test.each([
  [
    "problems.jsonl",
    [],
    /no column was recognised as the samples .* --map samples=….*the columns are question, answer/,
  ],
  [
    "samples.jsonl",
    ["answer=", "labels="],
    /no column was recognised as the right answer; name one with --map answer=…/,
  ],
  ["samples.jsonl", ["scores=rewards"], /scores=rewards is in none of the first rows; the columns are idx, /],
  [
    "samples.jsonl",
    ["samples=idx", "predictions="],
    /^4 rows skipped:\n.*idx is 0, not a text[^]*no row of .* can be used/,
  ],
])("%s with %j is refused too", async (name, map, message) => {
  await expect(run(fixture(name), ...map.flatMap((part) => ["--map", part]))).rejects.toThrow(message);
});

test("the command ends with the message alone and status 1", () => {
  const program = join(root, "node_modules/tsx/dist/cli.mjs");
  const command = [program, "src/cli/analyse.ts", "--file", "nothing.jsonl"];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: "utf8" });
  expect(stderr).toMatch(/^--file: there is no nothing\.jsonl \(looked for .*\)\n$/);
  expect([status, stdout]).toEqual([1, ""]);
}, 30_000);
