import {
  EngineError,
  type FinishReason,
  type GenerationEvent,
  type GenerationRequest,
} from "../../workers/protocol";
import type { LanguageModel } from "./language-model";
import { nextTask } from "./next-task";
import { SampleWriter } from "./sample-writer";

/**
 * One question, many samples: tokenize → prefill once → fork → (sample → keep the unfinished → decode)*.
 * Tells `onEvent` each step, in the protocol's order. The reason it ends with is "length" where any sample ran out.
 */
export async function generate(
  model: LanguageModel,
  { messages, samples, firstSample = 0, sampling }: GenerationRequest,
  onEvent: (event: GenerationEvent) => void,
  signal: AbortSignal,
): Promise<FinishReason> {
  checkCounts(samples, sampling.maxTokens);
  const prompt = model.tokenize(messages);
  const maxTokens = Math.min(sampling.maxTokens, roomBehind(prompt.length, model.contextLength));
  const lap = startLaps();

  const batch = await model.prefill(prompt);
  try {
    onEvent({ type: "prefilled", promptTokens: prompt.length, ms: lap() });
    batch.fork(samples);
    let writers = Array.from(
      { length: samples },
      (_, row) => new SampleWriter(model, sampling, firstSample + row, maxTokens),
    );

    for (let ranOut = false; ;) {
      await nextTask();
      if (signal.aborted) {
        for (const { sample } of writers) onEvent({ type: "sampleFinished", sample, reason: "cancelled" });
        return finish(onEvent, "cancelled");
      }

      const tokens = writers.map((writer, row) => writer.write(batch.logits(row)));
      onEvent({ type: "stepped", ms: lap(), tokens });
      for (const { sample, finish: reason } of writers) {
        if (reason) onEvent({ type: "sampleFinished", sample, reason });
        ranOut ||= reason === "length";
      }

      const unfinished = [...writers.keys()].filter((row) => !writers[row]!.finish);
      if (unfinished.length === 0) return finish(onEvent, ranOut ? "length" : "stop");
      if (unfinished.length < writers.length) batch.keep(unfinished);
      writers = unfinished.map((row) => writers[row]!);
      await batch.decode(writers.map((writer) => writer.lastToken));
    }
  } finally {
    batch.dispose();
  }
}

function finish(onEvent: (event: GenerationEvent) => void, reason: FinishReason): FinishReason {
  onEvent({ type: "finished", reason });
  return reason;
}

/** How many tokens the context has left for an answer. */
function roomBehind(promptTokens: number, contextLength: number): number {
  if (promptTokens < contextLength) return contextLength - promptTokens;
  throw new EngineError(
    "prompt-too-long",
    `The question takes ${promptTokens} tokens, but this model reads at most ${contextLength} with its answer. Shorten the question, or choose a model with a longer context.`,
  );
}

function checkCounts(samples: number, maxTokens: number): void {
  if (!(Number.isInteger(samples) && samples >= 1 && samples <= 64)) {
    throw new RangeError(`samples is ${samples}, but must be a whole number from 1 to 64`);
  }
  if (!(Number.isInteger(maxTokens) && maxTokens >= 1)) {
    throw new RangeError(`maxTokens is ${maxTokens}, but must be a whole number above 0`);
  }
}

/** Milliseconds since the last call, or since the start. */
function startLaps(): () => number {
  let last = performance.now();
  return () => {
    const ms = performance.now() - last;
    last += ms;
    return ms;
  };
}
