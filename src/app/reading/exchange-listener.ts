import type { Sample } from "../../../workers/protocol";
import type { PromptSamples } from "../../../workers/protocol/prompts";
import type { Role } from "../../lab/lab";
import type { RoleExchange } from "../../storage/run-record";
import type { Listener } from "./role-model";

interface AskedTogether {
  role: Role;
  prompts: readonly PromptSamples[];
  temperature: number;
}

/**
 * Makes an exchange of each prompt as soon as all of its samples have come to their own end, so that whoever stops in the middle of
 * many keeps those before it.
 */
export function exchangeListener(
  { role, prompts, temperature }: AskedTogether,
  onExchange: (exchange: RoleExchange) => void,
): Required<Pick<Listener, "onPrompt" | "onSample">> {
  const ended = prompts.map(() => new Map<number, Sample>());
  let begun = performance.now();
  let promptTokens = 0;
  return {
    onPrompt(_, tokens, ms) {
      begun = performance.now() - ms;
      promptTokens = tokens;
    },
    onSample(at, sample) {
      const known = ended[at]!;
      if (!sample.finish || sample.finish === "cancelled" || known.has(sample.sample)) return;
      known.set(sample.sample, sample);
      const { messages, samples: numbers } = prompts[at]!;
      if (known.size < numbers.length) return;
      const samples = [...known.values()].sort((a, b) => a.sample - b.sample);
      const ms = performance.now() - begun;
      onExchange({ role, temperature, prompt: messages[0]!.content, samples, ms, promptTokens });
    },
  };
}
