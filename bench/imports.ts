// tsx bench/imports.ts: reads a generated file of 100 MB of recorded samples, as JSON Lines, CSV, a JSON list on one line, and JSON Lines
// with a row per sample, those of a problem far apart; answers taken from the solutions. Time, peak memory, and the longest stretch in which nothing else could run on the thread (asked to be 8 ms).
// The last line is one JSON document.
import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { breathing } from "../src/engine/next-task";
import { preview } from "../src/lab/imports/preview";
import { readRecordedProblems } from "../src/lab/imports/read-recorded-problems";
import { VoteCollector } from "../src/lab/recorded/votes";
import { RECORDED_FORMATS, writeRecordedFile } from "./recorded-file";

const BYTES = 100e6;

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
for (const format of RECORDED_FORMATS) {
  const path = join(folder, `samples.${format}`);
  await writeRecordedFile(path, format, BYTES);
  for (let turn = 0; turn < 3; turn++) {
    const result = await measure(path);
    console.log(`${format}: ${JSON.stringify(result)}`);
    if (turn === 0 || result.seconds < results[format]!.seconds) results[format] = result;
  }
}
rmSync(folder, { recursive: true });
console.log(JSON.stringify(results));
