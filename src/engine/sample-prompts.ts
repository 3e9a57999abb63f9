import type { SampledToken } from "../../workers/protocol";
import type { PromptsEvent, PromptsRequest } from "../../workers/protocol/prompts";
import type { LanguageModel } from "./language-model";
import { breathing } from "./next-task";
import { OpenPrompts } from "./open-prompts";
import { planPrompts } from "./plan-prompts";
import { RowQueue } from "./row-queue";
import type { SampleWriter } from "./sample-writer";
import { checkMaxTokens, checkSampling } from "./sampling/check-options";

const TELL_EVERY_MS = 100;

/**
 * Many prompts, some samples of each: a row that is free takes the next sample, of whichever prompt, so that the batch is
 * full until the last samples end. Tells `onEvent` each sample once, whole.
 */
export async function samplePrompts(
  model: LanguageModel,
  request: PromptsRequest,
  onEvent: (event: PromptsEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  checkSampling({ ...request.sampling, seed: 0 }, model.vocabularySize);
  checkMaxTokens(request.sampling.maxTokens);
  if (request.fresh) model.forget();
  const plan = planPrompts(model, request);
  if (plan.isHeld) onEvent({ type: "held", rows: plan.rows, bytes: plan.bytes });
  const prompts = new OpenPrompts(model, {
    ...request,
    onRefused: (prompt, reason) => onEvent({ type: "refused", prompt, reason }),
  });
  const rows = new RowQueue(model, {
    writers: prompts.writers(),
    promptOf: (writer) => prompts.sequenceOf(writer),
    mostRows: plan.rows,
    onNarrowed: (rows) => onEvent({ type: "narrowed", rows }),
  });
  const log = new TokenLog();
  const breathe = breathing();
  let toldAt = performance.now();
  try {
    while (await rows.fill()) {
      await breathe();
      if (signal.aborted) break;
      for (const { writer, token } of await rows.draw()) log.add(writer, token);
      const ended = rows.takeEnded().map((writer) => ({
        prompt: prompts.close(writer),
        sample: writer.sample,
        tokens: log.take(writer),
        finish: writer.finish!,
      }));
      if (ended.length > 0) onEvent({ type: "written", samples: ended });
      if (performance.now() - toldAt > TELL_EVERY_MS) {
        toldAt = performance.now();
        onEvent({ type: "progress", tokens: log.count, rows: rows.rows });
      }
      await rows.decode();
    }
    onEvent({ type: "progress", tokens: log.count, rows: rows.rows });
    onEvent({ type: "finished", reason: signal.aborted ? "cancelled" : "stop" });
  } finally {
    rows.dispose();
    await prompts.dispose();
  }
}

/** The tokens of samples that are being written. */
class TokenLog {
  count = 0;
  readonly #tokens = new Map<SampleWriter, SampledToken[]>();

  add(writer: SampleWriter, token: SampledToken): void {
    this.count++;
    const tokens = this.#tokens.get(writer);
    if (tokens) tokens.push(token);
    else this.#tokens.set(writer, [token]);
  }

  take(writer: SampleWriter): SampledToken[] {
    const tokens = this.#tokens.get(writer) ?? [];
    this.#tokens.delete(writer);
    return tokens;
  }
}
