// Records what the lesson “What does a second sample buy?” ships with, and writes src/lab/lessons/second-sample.json: the
// curve over 500 held-out problems, and the samples that stand in where a machine is too slow. npm run lesson-data
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { MODELS } from "../../models";
import { problems } from "../lab/tasks/problems";
import type { RecordedLesson } from "../lab/lessons/recorded";
import { SECOND_SAMPLE } from "../lab/lessons/second-sample";
import { sampleCounts } from "../lab/sweep/problem-outcome";
import { wordProblems } from "../lab/tasks/word-problems";
import { accuracyCurve } from "../metrics/accuracy-curve";
import { openModel } from "./evaluation/open-model";
import { recordTries } from "./lessons/record-tries";
import { voteOnMany } from "./lessons/vote-on-many";

const FILE = join(import.meta.dirname, "../lab/lessons/second-sample.json");

const { samples, level, manyProblems } = SECOND_SAMPLE;
const { card, model } = await openModel(MODELS[0]!.id);
const { temperature, topP } = card.recommended;
const tries = {
  scattered: await recordTries(model, "scattered", card.recommended),
  shared: await recordTries(model, "shared", card.recommended),
};
const set = [...problems(wordProblems, { level, count: manyProblems, seed: 0, split: "test" })];
const voted = await voteOnMany(model, set, card.recommended);
const counts = sampleCounts(samples);
const data: RecordedLesson = {
  recordedAt: new Date().toISOString().slice(0, 10),
  ...{ model: card.id, level, temperature, topP, samples, counts },
  curve: accuracyCurve(counts, voted),
  problems: voted,
  tries,
};

/** Shares to a ten-thousandth: the file is read on a phone. */
const rounded = (_: string, value: unknown) =>
  typeof value === "number" ? Math.round(value * 1e4) / 1e4 : value;
writeFileSync(FILE, `${JSON.stringify(data, rounded)}\n`);
for (const { samples, tokens, accuracy } of data.curve)
  console.log(
    `maj@${samples}: ${(100 * accuracy.value).toFixed(1)} % for ${Math.round(tokens)} tokens a problem`,
  );
