import type { FinishReason, GenerationEvent, GenerationRequest, WavePlan } from "../../workers/protocol";
import { roomBehind } from "./context-room";
import type { LanguageModel } from "./language-model";
import { breathing } from "./next-task";
import { planWaves } from "./plan-waves";
import { RowQueue } from "./row-queue";
import { SampleWriter } from "./sample-writer";
import { checkMaxTokens, checkSampling } from "./sampling/check-options";

/**
 * One question, many samples: tokenize → prefill once → fork → (draw → decode)*, as many at once as memory allows; as one
 * ends, the next begins in its place. Tells `onEvent` each step, in the protocol's order. The reason it ends with is "length" where any sample ran out.
 */
export async function generate(
  model: LanguageModel,
  request: GenerationRequest,
  onEvent: (event: GenerationEvent) => void,
  signal: AbortSignal,
): Promise<FinishReason> {
  const { samples, firstSample = 0, sampling, resume = [] } = request;
  checkCounts(samples, sampling.maxTokens);
  checkSampling(sampling, model.vocabularySize);
  const prompt = model.tokenize(request.messages);
  const maxTokens = Math.min(sampling.maxTokens, roomBehind(prompt.length, model.contextLength));
  const writers = Array.from({ length: samples }, (_, index) => {
    const sample = firstSample + index;
    const begun = resume.find((one) => one.sample === sample)?.tokens;
    return new SampleWriter(model, { sampling, sample, maxTokens, prompt, begun });
  });

  const opened = await unlessAborted(readerFor(model, request), signal);
  if (!opened) return cancel(writers, onEvent);
  const { reader, plan } = opened;
  const lap = startLaps();
  const breathe = breathing();
  const sequence = await reader.prefill(prompt);
  const rows = new RowQueue(reader, {
    writers: writers.filter(({ finish }) => !finish).values(),
    promptOf: () => Promise.resolve(sequence.fork(1)[0]!),
    mostRows: plan.rows,
    onNarrowed: (rows) => onEvent({ type: "narrowed", rows }),
  });
  try {
    onEvent({ type: "prefilled", promptTokens: prompt.length, ms: lap() });
    while (await rows.fill()) {
      await breathe();
      if (signal.aborted) return cancel(writers, onEvent);
      const tokens = (await rows.draw()).map(({ token }) => token);
      if (tokens.length > 0) onEvent({ type: "stepped", ms: lap(), tokens });
      for (const { sample, finish } of rows.takeEnded()) {
        onEvent({ type: "sampleFinished", sample, reason: finish! });
      }
      await rows.decode();
    }
    const reason = writers.some(({ finish }) => finish === "length") ? "length" : "stop";
    onEvent({ type: "finished", reason });
    return reason;
  } finally {
    rows.dispose();
    sequence.release();
  }
}

function cancel(writers: readonly SampleWriter[], onEvent: (event: GenerationEvent) => void): FinishReason {
  for (const { sample, finish } of writers) {
    if (!finish) onEvent({ type: "sampleFinished", sample, reason: "cancelled" });
  }
  onEvent({ type: "finished", reason: "cancelled" });
  return "cancelled";
}

/** What a promise comes to, or nothing as soon as it is no longer wanted: a second session is opened to its end all the same. */
async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  let stop = () => {};
  const stopped = new Promise<undefined>((resolve) => {
    stop = () => resolve(undefined);
    signal.addEventListener("abort", stop);
  });
  try {
    return await Promise.race([promise, stopped]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** The model as the plan wants it, or the plan for the model as it is. */
async function readerFor(model: LanguageModel, request: GenerationRequest) {
  const plan = planRequest(model, request);
  if (!plan.sharesInstead) return { reader: model, plan };
  const reader = await model.sharing();
  return { reader, plan: reader === model ? planRequest(model, request) : plan };
}

/** How a request will be spread over the memory there is. */
export function planRequest(
  model: LanguageModel,
  { messages, samples, sampling, budgetBytes, mostRows }: GenerationRequest,
): WavePlan {
  const promptTokens = model.tokenize(messages).length;
  const maxTokens = Math.min(sampling.maxTokens, roomBehind(promptTokens, model.contextLength));
  const atMost = <Cache extends { budgetBytes: number }>(cache: Cache): Cache => ({
    ...cache,
    budgetBytes: Math.min(cache.budgetBytes, budgetBytes ?? Infinity),
  });
  const { sharing, ...cache } = atMost(model.cache);
  const both = sharing ? { ...cache, sharing: atMost(sharing) } : cache;
  return planWaves({ samples, promptTokens, maxTokens, mostRows }, both);
}

function checkCounts(samples: number, maxTokens: number): void {
  if (!(Number.isInteger(samples) && samples >= 1 && samples <= 64)) {
    throw new RangeError(`samples is ${samples}, but must be a whole number from 1 to 64`);
  }
  checkMaxTokens(maxTokens);
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
