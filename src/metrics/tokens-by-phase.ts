import type { Sample } from "../../workers/protocol";

/** What tokens were spent on. The prompt is read once, whatever the number of samples. */
export interface TokensByPhase {
  prompt: number;
  answer: number;
}

export function tokensByPhase(promptTokens: number, samples: readonly Sample[]): TokensByPhase {
  return { prompt: promptTokens, answer: samples.reduce((sum, { tokens }) => sum + tokens, 0) };
}
