import type { LanguageModel } from "../../src/engine/language-model";

/** The same model, for which every question has these tokens. */
export function withPrompt(model: LanguageModel, prompt: number[]): LanguageModel {
  const { contextLength, vocabularySize, stopTokens, cache, outlivesFullMemory } = model;
  return {
    contextLength,
    vocabularySize,
    stopTokens,
    cache,
    outlivesFullMemory,
    tokenize: () => prompt,
    textStream: () => model.textStream(),
    prefill: (tokens) => model.prefill(tokens),
    batch: (sequences) => model.batch(sequences),
    score: (sequence, continuations) => model.score(sequence, continuations),
    warmUp: (rows, signal) => model.warmUp(rows, signal),
    sharing: () => model.sharing(),
    memory: () => model.memory(),
    forget: () => {},
    dispose: () => model.dispose(),
  };
}

/** As many tokens as asked for, which mean nothing. Another number gives others, so that no beginning is remembered. */
export function promptOf(tokens: number, number: number): number[] {
  return Array.from({ length: tokens }, (_, at) => 5 + ((at * 7 + ((at * at) % 13) + number * 31) % 700));
}
