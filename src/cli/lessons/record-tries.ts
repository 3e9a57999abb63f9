import type { GenerationEvent } from "../../../workers/protocol";
import type { LanguageModel } from "../../engine/language-model";
import type { Candidate } from "../../lab/candidates";
import type { RecordedTry } from "../../lab/lessons/recorded";
import type { Problem } from "../../lab/tasks/task";
import { sampleProblem } from "../evaluation/sample-problem";
import type { Setting } from "../evaluation/score-part";

export interface DrawnTries {
  candidates: readonly Candidate[];
  tries: RecordedTry[];
  promptTokens: number;
}

/** Samples of a problem, token by token as a page hears of them. */
export async function recordTries(
  model: LanguageModel,
  problem: Problem,
  samples: number,
  setting: Setting & { seed: number },
): Promise<DrawnTries> {
  const tries = Array.from({ length: samples }, (): RecordedTry => ({ pieces: [], finish: "stop" }));
  let promptTokens = 0;
  const take = (event: GenerationEvent) => {
    if (event.type === "prefilled") ({ promptTokens } = event);
    if (event.type === "stepped")
      for (const { sample, text } of event.tokens) tries[sample]!.pieces.push(text);
    if (event.type === "sampleFinished") tries[event.sample]!.finish = event.reason;
  };
  const candidates = await sampleProblem(model, problem, samples, setting, take);
  return { candidates, tries, promptTokens };
}
