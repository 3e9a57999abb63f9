import type { GenerationRequest } from "../../workers/protocol";
import { memoryBytes } from "./memory-setting";
import type { Experiment } from "./settings";

/** What an experiment asks of the engine. The page offers neither top-k, min-p nor stop strings. */
export function requestOf(experiment: Experiment): GenerationRequest {
  const { model, question, samples, temperature, topP, maxTokens, seed } = experiment;
  const budgetBytes = memoryBytes(experiment.memory);
  return {
    model,
    messages: [{ role: "user", content: question.trim() }],
    samples,
    sampling: { temperature, topK: 0, topP, minP: 0, maxTokens, stop: [], seed },
    ...(budgetBytes !== undefined && { budgetBytes }),
  };
}
