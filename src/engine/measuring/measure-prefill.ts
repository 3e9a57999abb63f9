import type { Measurement } from "../../../workers/protocol/measure";
import type { LanguageModel, Sequence } from "../language-model";
import { randomTokens } from "./random-tokens";
import { spreadOf } from "./spread";
import { type Pace, timeSteps } from "./time-steps";

const READS: Pace = { warmUps: 100, warmUpMs: 300, tries: 3, enoughMs: 250, mostMs: 3000 };

/** Time to read a prompt of so many tokens. The last one read comes back as well; whoever called releases it. */
export async function measurePrefill(
  tokens: number,
  model: LanguageModel,
  signal: AbortSignal,
): Promise<{ measurement: Measurement & { measure: "prefill" }; prompt: Sequence }> {
  let prompt: Sequence | undefined;
  const read = async () => {
    prompt?.release();
    prompt = undefined;
    prompt = await model.prefill(randomTokens(tokens, model.vocabularySize));
  };
  try {
    const spread = spreadOf(await timeSteps(read, READS, signal));
    return { measurement: { measure: "prefill", tokens, ...spread }, prompt: prompt! };
  } catch (error) {
    prompt?.release();
    throw error;
  }
}
