import type { GenerationEvent, SamplingOptions } from "../../../workers/protocol";
import { generate } from "../../engine/generate";
import type { LanguageModel } from "../../engine/language-model";
import { type Candidate, toCandidate } from "../../lab/candidates";
import { emptySamples, foldEvent } from "../../lab/fold-events";
import { groupCandidates } from "../../lab/group-candidates";
import type { Problem } from "../../lab/tasks/task";

/** What the page does with one question, without the page: n samples of an answer, each compared with the right one. */
export async function sampleProblem(
  model: LanguageModel,
  { question, answer }: Problem,
  samples: number,
  {
    temperature,
    topP,
    maxTokens,
    seed,
  }: Pick<SamplingOptions, "temperature" | "topP" | "maxTokens" | "seed">,
  onEvent: (event: GenerationEvent) => void = () => {},
): Promise<readonly Candidate[]> {
  let written = emptySamples(samples) as ReturnType<typeof foldEvent>;
  await generate(
    model,
    {
      model: "",
      messages: [{ role: "user", content: question }],
      samples,
      sampling: { temperature, topP, maxTokens, seed, topK: 0, minP: 0, stop: [] },
    },
    (event) => {
      written = foldEvent(written, event);
      onEvent(event);
    },
    new AbortController().signal,
  );
  const candidates = written.map((sample) => toCandidate(sample, answer));
  return groupCandidates(candidates, { expected: answer });
}
