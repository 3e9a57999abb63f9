import type { Sample } from "../../workers/protocol";
import type { PromptSamples } from "../../workers/protocol/prompts";
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

/** What a role was asked and wrote. Enough of them, and a method ends as it did before without any model. */
export interface Exchange {
  role: Role;
  temperature: number;
  prompt: string;
  samples: Sample[];
}

/**
 * The lab of one problem. What was asked before, or is among the `known`, is not written again: methods that read the same share
 * it, and each counts it as its own cost. `onExchange` is told what is new.
 */
export function roleLab(
  { question, seed, expected }: AskedProblem,
  writer: RoleWriter,
  { known = [], onExchange = () => {} }: LabOptions = {},
): Lab {
  const asked = new Map(known.map((one) => [keyOf(one, one.samples.length), Promise.resolve(one.samples)]));
  return {
    ...{ question, seed, ...(expected !== undefined && { expected }) },
    isTrained: (role) => writer.isTrained(role),
    ask(role, prompts, temperature) {
      const keys = prompts.map(({ prompt, samples }) => keyOf({ role, temperature, prompt }, samples));
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
        const tell = (all: Sample[][]) =>
          all.forEach((samples, at) =>
            onExchange({ role, temperature, prompt: wanted[at]!.prompt, samples }),
          );
        written.then(tell, () => missing.forEach((key) => asked.delete(key))); // What failed may be asked again.
      }
      return Promise.all(keys.map((key) => asked.get(key)!));
    },
  };
}

interface LabOptions {
  known?: readonly Exchange[];
  onExchange?: (exchange: Exchange) => void;
}

const keyOf = ({ role, temperature, prompt }: Omit<Exchange, "samples">, samples: number) =>
  `${role} ${temperature} ${samples} ${prompt}`;

function promptSamples({ prompt, samples }: Asked, seed: number): PromptSamples {
  return {
    messages: [{ role: "user", content: prompt }],
    seed,
    samples: Array.from({ length: samples }, (_, sample) => sample),
  };
}
