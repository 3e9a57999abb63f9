import { MODELS } from "../../../models";
import type { LanguageModel } from "../../engine/language-model";
import type { RecordedLesson, RecordedTry } from "../../lab/lessons/recorded";
import { SECOND_SAMPLE, showsItsPoint, type TriedId, triedProblem } from "../../lab/lessons/second-sample";
import { sampleCounts } from "../../lab/sweep/problem-outcome";
import { problems } from "../../lab/tasks/problems";
import { wordProblems } from "../../lab/tasks/word-problems";
import { accuracyCurve } from "../../metrics/accuracy-curve";
import { openModel } from "../evaluation/open-model";
import type { Setting } from "../evaluation/score-part";
import { recordTries } from "./record-tries";
import { voteOnMany } from "./vote-on-many";

/** All that “What does a second sample buy?” ships with: the curve over many problems, and the samples of its two problems. */
export async function recordSecondSample(): Promise<RecordedLesson> {
  const { samples, level, manyProblems } = SECOND_SAMPLE;
  const { card, model } = await openModel(MODELS[0]!.id);
  const { temperature, topP } = card.recommended;
  const tries = {
    scattered: await recordTried(model, "scattered", card.recommended),
    shared: await recordTried(model, "shared", card.recommended),
  };
  const set = [...problems(wordProblems, { level, count: manyProblems, seed: 0, split: "test" })];
  const voted = await voteOnMany(model, set, card.recommended);
  const counts = sampleCounts(samples);
  const curve = accuracyCurve(counts, voted);
  for (const { samples, tokens, accuracy } of curve)
    console.log(
      `maj@${samples}: ${(100 * accuracy.value).toFixed(1)} % for ${Math.round(tokens)} tokens a problem`,
    );
  return {
    recordedAt: new Date().toISOString().slice(0, 10),
    ...{ model: card.id, level, temperature, topP, samples, counts },
    ...{ curve, problems: voted, tries },
  };
}

/** All samples of one of its problems. Throws where they do not show what the lesson says. */
export async function recordTried(
  model: LanguageModel,
  id: TriedId,
  setting: Setting,
): Promise<RecordedTry[]> {
  const { samples, seed } = SECOND_SAMPLE;
  const { candidates, tries } = await recordTries(model, triedProblem(id), samples, { ...setting, seed });
  if (!showsItsPoint(id, candidates))
    throw new Error(
      `The samples of the problem “${id}” no longer show what the lesson says; choose another.`,
    );
  return tries;
}
