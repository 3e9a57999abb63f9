import type { Sample } from "../workers/protocol";
import type { Choice } from "../src/app/choice";
import type { RoleModels } from "../src/app/reading/role-models.svelte";
import type { ModelCard } from "../models/card";
import type { Role } from "../src/lab/lab";

type Models = Pick<RoleModels, "choices" | "writer">;

/** Models of roles as the page has them, but that write what `write` says, ten tokens each, at once. */
export function scriptedModels(write: (role: Role, prompt: string) => string) {
  const asked: { role: Role; prompt: string }[] = [];
  const choices: Record<Role, Choice> = { judge: choice("judge"), aggregator: choice("aggregator") };
  const models: Models = {
    choices,
    writer: (listenerOf) => ({
      isTrained: (role) => choices[role].source.kind === "card",
      async write(role, prompts) {
        const { signal, onPrompt, onSample } = listenerOf(role);
        const written: Sample[][] = [];
        for (const [at, { messages, samples }] of prompts.entries()) {
          await Promise.resolve();
          signal.throwIfAborted();
          const prompt = messages[0]!.content;
          asked.push({ role, prompt });
          onPrompt?.(at, 100, 0);
          const text = write(role, prompt);
          const one = (sample: number): Sample => ({ sample, text, tokens: 10, logprob: -1, chunkEnds: [] });
          for (const number of samples) onSample?.(at, one(number));
          signal.throwIfAborted();
          written.push(samples.map((number): Sample => ({ ...one(number), finish: "stop" })));
          for (const sample of written.at(-1)!) onSample?.(at, sample);
        }
        return written;
      },
    }),
  };
  return { models, choices, asked };
}

function choice(role: Role): Choice {
  return { id: `pocket-${role}`, label: role, source: { kind: "card", card: {} as ModelCard, baseUrl: "" } };
}

/** A model from a folder of that name. */
export const folder = (name: string): Choice => ({
  id: `folder:${name}`,
  label: name,
  source: { kind: "folder", name, files: [] },
});
