import type { Sample } from "../../workers/protocol";
import type { PromptSamples } from "../../workers/protocol/prompts";
import { type Equal, toCandidate } from "./candidates";
import type { Asked, Lab, Role } from "./lab";

/** Whoever has models for the roles: the page through its workers, a command in its own process. */
export interface RoleWriter {
  isTrained(role: Role): boolean;
  /** The samples of each prompt, in order. */
  write(role: Role, prompts: readonly PromptSamples[], temperature: number): Promise<Sample[][]>;
}

export interface AskedProblem {
  question: string;
  seed: number;
  /** The right answer in any notation, where it is known. */
  expected?: string;
}

/** The lab of one problem. What was asked before is not written again: methods that read the same share it, and each counts it as its own cost. */
export function roleLab({ question, seed, expected }: AskedProblem, writer: RoleWriter, equal?: Equal): Lab {
  const asked = new Map<string, Promise<Sample[]>>();
  return {
    question,
    seed,
    isTrained: (role) => writer.isTrained(role),
    toCandidate: (sample) => toCandidate(sample, expected, equal),
    ask(role, prompts, temperature) {
      const keys = prompts.map((one) => `${role} ${temperature} ${one.samples} ${one.prompt}`);
      const missing = [...new Set(keys)].filter((key) => !asked.has(key));
      const wanted = missing.map((key) => prompts[keys.indexOf(key)]!);
      if (wanted.length > 0) {
        const written = writer.write(role, wanted.map((one) => promptSamples(one, seed)), temperature); // prettier-ignore
        missing.forEach((key, at) =>
          asked.set(
            key,
            written.then((all) => all[at]!),
          ),
        );
      }
      return Promise.all(keys.map((key) => asked.get(key)!));
    },
  };
}

function promptSamples({ prompt, samples }: Asked, seed: number): PromptSamples {
  return {
    messages: [{ role: "user", content: prompt }],
    seed,
    samples: Array.from({ length: samples }, (_, sample) => sample),
  };
}
