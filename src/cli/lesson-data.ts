// Records what a lesson ships with: the numbers over many held-out problems, and what stands in where a machine is too slow.
// npm run lesson-data -- [second-sample | crowd-wrong]
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { oneOf } from "./arguments";
import { recordCrowd } from "./lessons/crowd-wrong";
import { recordSecondSample } from "./lessons/second-sample";

const RECORDERS = { "second-sample": recordSecondSample, "crowd-wrong": recordCrowd };
const LESSONS = Object.keys(RECORDERS) as (keyof typeof RECORDERS)[];

const lesson = oneOf("lesson", process.argv[2] ?? LESSONS[0]!, LESSONS, String);
const data = await RECORDERS[lesson]();

/** Shares to a ten-thousandth: the file is read on a phone. */
const rounded = (_: string, value: unknown) =>
  typeof value === "number" ? Math.round(value * 1e4) / 1e4 : value;
const file = join(import.meta.dirname, `../lab/lessons/${lesson}.json`);
writeFileSync(file, `${JSON.stringify(data, rounded)}\n`);
