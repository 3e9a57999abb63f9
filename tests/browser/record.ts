// One generation, written down sample by sample.
import { generate } from "../../src/engine/generate";
import type { LanguageModel } from "../../src/engine/language-model";
import type { FinishReason, SamplingOptions } from "../../workers/protocol";

export const OPEN: SamplingOptions = {
  temperature: 1,
  topK: 0,
  topP: 1,
  minP: 0,
  maxTokens: 256,
  stop: [],
  seed: 1,
};

export interface Recorded {
  tokens: number[];
  text: string;
  logprobs: number[];
  finish?: FinishReason;
}

export interface Asked {
  question: string;
  samples: number;
  firstSample?: number;
  sampling?: Partial<SamplingOptions>;
  budgetBytes?: number;
  resume?: { sample: number; tokens: number[] }[];
}

/** The samples in the order of their numbers. `told` hears how many tokens the first has, with each. */
export async function record(
  model: LanguageModel,
  { question, samples, firstSample = 0, sampling, ...more }: Asked,
  told: (tokens: number) => unknown = () => {},
): Promise<Recorded[]> {
  const recorded = Array.from({ length: samples }, (): Recorded => ({ tokens: [], text: "", logprobs: [] }));
  const messages = [{ role: "user" as const, content: question }];
  const request = { model: "", messages, samples, firstSample, sampling: { ...OPEN, ...sampling }, ...more };
  await generate(
    model,
    request,
    (event) => {
      if (event.type === "sampleFinished") recorded[event.sample - firstSample]!.finish = event.reason;
      if (event.type !== "stepped") return;
      for (const { sample, id, text, logprob } of event.tokens) {
        const row = recorded[sample - firstSample]!;
        row.tokens.push(id);
        row.text += text;
        row.logprobs.push(logprob);
      }
      told(recorded[0]!.tokens.length);
    },
    new AbortController().signal,
  );
  return recorded;
}

export const tokensOf = (recorded: readonly Recorded[]): number[][] => recorded.map(({ tokens }) => tokens);
