// tsx bench/imports.ts: reads a generated file of 100 MB of recorded samples, as JSON Lines, CSV, a JSON list on one line, and JSON Lines
// with a row per sample, those of a problem far apart; answers taken from the solutions. Time, peak memory, and the longest stretch in which nothing else could run on the thread (asked to be 8 ms).
// The last line is one JSON document.
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { breathing } from "../src/engine/next-task";
import { preview } from "../src/lab/imports/preview";
import { readRecordedProblems } from "../src/lab/imports/read-recorded-problems";
import { integer, seededRandom } from "../src/lab/random";
import { VoteCollector } from "../src/lab/recorded/votes";

const BYTES = 100e6;
const FORMATS = ["jsonl", "csv", "list", "per-sample"] as const;
type Format = (typeof FORMATS)[number];
/** As many as fit into a file with a row per sample. */
const PROBLEMS = Math.round(BYTES / 12_500);
const SAMPLES = 16;
const random = seededRandom("imports");
const words =
  "so that the sum of both parts is then taken away from what was left before it was halved again".split(" ");

function solution(answer: number): string {
  const steps = Array.from({ length: 120 }, () => words[integer(random, 0, words.length - 1)]!).join(" ");
  return `${steps}.\nSo the answer is \\boxed{${answer}}.`;
}

function sampleRow(i: number): string {
  const problem = i % PROBLEMS;
  const response = solution(random() < 0.5 ? problem % 100 : integer(random, 0, 99));
  return `${JSON.stringify({ question: `Problem ${problem}?`, answer: problem % 100, response, score: random() })}\n`;
}

function row(i: number, format: Format): string {
  if (format === "per-sample") return sampleRow(i);
  const [question, answer] = [`Problem ${i}, "in quotes", of some length?`, integer(random, 0, 99)];
  const solutions = Array.from({ length: SAMPLES }, () =>
    solution(random() < 0.5 ? answer : integer(random, 0, 99)),
  );
  const scores = solutions.map(() => +random().toFixed(4));
  const json = JSON.stringify({ question, answer: `${answer}`, solutions, scores });
  if (format === "list") return `${i === 0 ? "[" : ", "}${json}`;
  if (format === "jsonl") return `${json}\n`;
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return `${[question, `${answer}`, JSON.stringify(solutions), JSON.stringify(scores)].map(quoted).join(",")}\r\n`;
}

async function write(path: string, format: Format): Promise<void> {
  const out = createWriteStream(path);
  if (format === "csv") out.write("question,answer,solutions,scores\r\n");
  for (let [i, bytes] = [0, 0]; bytes < BYTES; i++) {
    const text = row(i, format);
    bytes += text.length;
    if (!out.write(text)) await once(out, "drain");
  }
  out.end(format === "list" ? "]" : "");
  await once(out, "close");
}

async function measure(path: string) {
  const open = () => Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
  const { mapping } = await preview(open());
  const [breathe, watch] = [breathing(), { resumed: 0, longestMs: 0, peakRss: 0 }];
  const watched = () => {
    const pause = breathe();
    if (!pause) return undefined;
    watch.longestMs = Math.max(watch.longestMs, performance.now() - watch.resumed);
    watch.peakRss = Math.max(watch.peakRss, process.memoryUsage.rss());
    return pause.then(() => void (watch.resumed = performance.now()));
  };
  const kept = new VoteCollector();
  let faults = 0;
  const reading = { breathe: watched, onFault: () => faults++ };
  const before = process.memoryUsage.rss();
  const start = (watch.resumed = performance.now());
  for await (const problem of readRecordedProblems(open(), mapping, reading)) kept.add(problem);
  const seconds = (performance.now() - start) / 1000;
  const megabytes = (bytes: number) => Math.round(bytes / 1e6);
  return {
    problems: kept.problems.length,
    faults,
    seconds: +seconds.toFixed(2),
    longestMs: +watch.longestMs.toFixed(1),
    rssBeforeMB: megabytes(before),
    peakRssMB: megabytes(watch.peakRss),
  };
}

const folder = mkdtempSync(join(tmpdir(), "quorum-imports-"));
const results: Record<string, Awaited<ReturnType<typeof measure>>> = {};
for (const format of FORMATS) {
  const path = join(folder, `samples.${format}`);
  await write(path, format);
  for (let turn = 0; turn < 3; turn++) {
    const result = await measure(path);
    console.log(`${format}: ${JSON.stringify(result)}`);
    if (turn === 0 || result.seconds < results[format]!.seconds) results[format] = result;
  }
}
rmSync(folder, { recursive: true });
console.log(JSON.stringify(results));
