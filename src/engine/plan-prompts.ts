import type { PromptsRequest } from "../../workers/protocol/prompts";
import type { LanguageModel } from "./language-model";

/** More rows cost more in a step than they save in steps (docs/performance.md). */
const MOST_ROWS = 32;

export interface PromptsPlan {
  /** How many samples are written at once; one in any case. */
  rows: number;
  /** Fewer than there would be with more memory. */
  isHeld: boolean;
  /** Keys and values of so many at their longest. */
  bytes: number;
}

/** As many samples at once as the memory holds at their longest, behind the longest of the prompts. */
export function planPrompts(model: LanguageModel, request: PromptsRequest): PromptsPlan {
  const { bytesPerToken, sharesPrefix, budgetBytes } = model.cache;
  const budget = Math.min(budgetBytes, request.budgetBytes ?? Infinity);
  const prompts = request.prompts
    .map(({ messages }) => model.tokenize(messages).length)
    .filter((tokens) => tokens < model.contextLength) // Longer ones are refused.
    .sort((a, b) => b - a);
  const longest = prompts[0] ?? 0;
  const answer = Math.min(request.sampling.maxTokens, model.contextLength - longest);
  const samples = request.prompts.reduce((sum, { samples }) => sum + samples.length, 0);
  const wanted = Math.min(request.mostRows ?? MOST_ROWS, samples);
  const perRow = bytesPerToken * (sharesPrefix ? answer : longest + answer);
  const shared = sharesPrefix
    ? bytesPerToken * prompts.slice(0, wanted).reduce((sum, tokens) => sum + tokens, 0)
    : 0;
  const rows = Math.max(1, Math.min(wanted, Math.floor((budget - shared) / perRow)));
  return { rows, isHeld: rows < wanted || shared + perRow > budget, bytes: shared + rows * perRow };
}
