import type { GenerationEvent } from "../../../workers/protocol";
import type { LanguageModel } from "../../engine/language-model";
import type { RecordedTry } from "../../lab/lessons/recorded";
import { SECOND_SAMPLE, showsItsPoint, type TriedId, triedProblem } from "../../lab/lessons/second-sample";
import { sampleProblem } from "../evaluation/sample-problem";
import type { Setting } from "../evaluation/score-part";

/** All samples of one of the lesson's problems, token by token. Throws where they do not show what the lesson says. */
export async function recordTries(
  model: LanguageModel,
  id: TriedId,
  setting: Setting,
): Promise<RecordedTry[]> {
  const { samples, seed } = SECOND_SAMPLE;
  const tries = Array.from({ length: samples }, (): RecordedTry => ({ pieces: [], finish: "stop" }));
  const take = (event: GenerationEvent) => {
    if (event.type === "stepped")
      for (const { sample, text } of event.tokens) tries[sample]!.pieces.push(text);
    if (event.type === "sampleFinished") tries[event.sample]!.finish = event.reason;
  };
  const candidates = await sampleProblem(model, triedProblem(id), samples, { ...setting, seed }, take);
  if (!showsItsPoint(id, candidates))
    throw new Error(
      `The samples of the problem “${id}” no longer show what the lesson says; choose another.`,
    );
  return tries;
}
