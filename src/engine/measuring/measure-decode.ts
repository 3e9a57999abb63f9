import type { Measurement } from "../../../workers/protocol/measure";
import type { LanguageModel, Sequence, SequenceBatch } from "../language-model";
import type { DeviceProbe } from "./device-probe";
import { STEPS_BEHIND } from "./plan-tasks";
import { randomTokens } from "./random-tokens";
import { spreadOf } from "./spread";
import { type Pace, timeSteps } from "./time-steps";

const STEPS: Pace = { warmUps: 1000, warmUpMs: 250, tries: 8, enoughMs: 250, mostMs: 4000 };

/**
 * Time of a step that writes one token for each sample. The rows begin anew every few steps, so that the context stays near
 * the prompt's, and are always given back.
 */
export async function measureDecode(
  samples: number,
  model: LanguageModel,
  prompt: Sequence,
  probe: DeviceProbe,
  signal: AbortSignal,
): Promise<Measurement> {
  let batch: SequenceBatch | undefined;
  let written = STEPS_BEHIND;
  const step = async () => {
    written++;
    await batch!.decode(randomTokens(samples, model.vocabularySize));
    await batch!.logits(0); // A GPU may still be at work when `decode` is done.
  };
  const beginAnew = async () => {
    if (written < STEPS_BEHIND) return;
    batch?.dispose();
    batch = model.batch(new Array<Sequence>(samples).fill(prompt));
    written = 0;
    await step(); // The first one lays out the prompt's keys and values.
  };
  try {
    await beginAnew();
    const dispatches = await probe.countDispatches(step);
    const spread = spreadOf(await timeSteps(step, STEPS, signal, beginAnew));
    const counted = dispatches === undefined ? {} : { dispatches };
    return { measure: "decode", samples, context: prompt.tokens.length, ...counted, ...spread };
  } finally {
    batch?.dispose();
  }
}
