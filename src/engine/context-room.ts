import { EngineError } from "../../workers/protocol";

/** How many tokens the context has left for an answer. Throws where the prompt leaves none. */
export function roomBehind(promptTokens: number, contextLength: number): number {
  if (promptTokens < contextLength) return contextLength - promptTokens;
  throw new EngineError(
    "prompt-too-long",
    `The question takes ${promptTokens} tokens, but this model reads at most ${contextLength} with its answer. Shorten the question, or choose a model with a longer context.`,
  );
}
