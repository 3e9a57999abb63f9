import type { ChatMessage, FinishReason, SampledToken, SamplingOptions } from "../protocol";

/** Samples of many prompts, whose rows fill one batch together. */
export interface PromptsRequest {
  model: string;
  /** Begun in this order; the one listed first is read first. */
  prompts: readonly PromptSamples[];
  /** The seed is each prompt's own. */
  sampling: Omit<SamplingOptions, "seed">;
  /** Less than the model's own budget for keys and values, where less is wanted. */
  budgetBytes?: number;
  /** At most so many samples at once, whatever the memory. */
  mostRows?: number;
  /**
   * Forgets what was read before. Which rows are computed together changes results in their last bits, so that only then a
   * request gives the same bits again.
   */
  fresh?: boolean;
}

export interface PromptSamples {
  messages: ChatMessage[];
  seed: number;
  /** The numbers of the samples to write. A sample depends on its prompt, its seed and its number alone. */
  samples: readonly number[];
}

/** A sample from its first token to its last. */
export interface WrittenSample {
  /** Which of the request's prompts. */
  prompt: number;
  sample: number;
  tokens: SampledToken[];
  finish: FinishReason;
}

/**
 * What happens, in order: `held` where it is so, `written` for each sample that ended, `progress` a few times a second, `finished`. Of a sample
 * that is cut short by a Stop nothing is told: it is written again, the same, when it is asked for again.
 */
export type PromptsEvent =
  | { type: "written"; samples: WrittenSample[] }
  /** How many tokens were written so far, those of unfinished samples included, and by how many rows at once. */
  | { type: "progress"; tokens: number; rows: number }
  /** A prompt that the model cannot read, in a sentence; the others go on. */
  | { type: "refused"; prompt: number; reason: string }
  /** Told first where memory holds fewer samples at once than there might be: so many, which may take so much. */
  | { type: "held"; rows: number; bytes: number }
  /** The memory was full: from here on so many samples are written at once, the others later. */
  | { type: "narrowed"; rows: number }
  | { type: "finished"; reason: PromptsEnd };

export type PromptsEnd = Exclude<FinishReason, "length">;
