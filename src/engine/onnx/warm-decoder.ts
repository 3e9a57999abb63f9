import type { Decoder } from "../decoder";
import type { Sequence, SequenceBatch } from "../language-model";
import { nextTask } from "../next-task";
import type { Draw } from "../sampling/sample-token";

/** Long and short for the runtime, which computes attention otherwise below 32 tokens, and otherwise again below 4. */
const PROMPT_TOKENS = 40;
const MORE_TOKENS = [16, 2];

export type WarmUp = (rows: number, signal: AbortSignal) => Promise<void>;

/**
 * Runs, on tokens without meaning, each program that a run of so many rows will need: onnxruntime compiles one where it first
 * runs it. It keeps them by their types and ranks, whatever the sizes, but has others for few rows than for many, and they
 * change over at powers of two: of N, N/2, N/4 … 1 rows one is on each side. Aborted, it rejects after the step under way.
 */
export function warmUpOf(decoder: Decoder): WarmUp {
  let warmRows = 0;
  return async (rows, signal) => {
    if (rows <= warmRows) return;
    const pause = async () => {
      await nextTask();
      signal.throwIfAborted();
    };
    const prompt = await decoder.read(undefined, dummies(PROMPT_TOKENS));
    try {
      await pause();
      await warmRowsOf(decoder.batch(new Array<Sequence>(rows).fill(prompt)), pause);
      for (const count of MORE_TOKENS) {
        (await prompt.append(dummies(count))).release(); // As behind a prompt that is remembered.
        await pause();
      }
      warmRows = rows;
    } finally {
      prompt.release();
    }
  };
}

async function warmRowsOf(batch: SequenceBatch, pause: () => Promise<void>): Promise<void> {
  try {
    for (;;) {
      await batch.decode(dummies(batch.rows));
      const { tokens } = await batch.draw(new Array<Draw>(batch.rows).fill(DRAW));
      await tokens; // Nothing is left to the GPU, for which a run that comes now would have to wait.
      await pause();
      if (batch.rows === 1) return;
      batch.keep([...Array(batch.rows >> 1).keys()]);
    }
  } finally {
    batch.dispose();
  }
}

/** What a draw asks for is no matter: the sampler is one program. */
const DRAW: Draw = {
  options: { temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: 1, stop: [], seed: 1 },
  sample: 0,
  step: 0,
};

const dummies = (count: number) => new Array<number>(count).fill(0);
