import type { Sample } from "../../../workers/protocol";
import type { WrittenSample } from "../../../workers/protocol/prompts";
import { emptySamples, foldEvent } from "../fold-events";

/** A sample that came whole, as those are that came token by token. */
export function sampleOf({ sample, tokens, finish }: WrittenSample): Sample {
  let written: readonly Sample[] = emptySamples(1, sample);
  for (const token of tokens) written = foldEvent(written, { type: "stepped", ms: 0, tokens: [token] });
  return { ...written[0]!, finish };
}
