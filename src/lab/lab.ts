import type { Sample } from "../../workers/protocol";

/** What a model is asked to be, besides the policy whose samples it reads. */
export type Role = "aggregator" | "judge";

/** One prompt, and how many samples of an answer to it. */
export interface Asked {
  prompt: string;
  samples: number;
}

/** What a method may do with a problem besides taking its samples. It sees neither worker, page nor clock. */
export interface Lab {
  question: string;
  /** The right answer in any notation, where anybody knows it. */
  expected?: string;
  /** Of the problem: what a method draws by chance depends on nothing else. */
  seed: number;
  /** Whether a role's model was trained for it, so that it needs no instruction, and how it writes is known. */
  isTrained(role: Role): boolean;
  /** The samples of each prompt, in order; temperature 0 takes the likeliest tokens. Rejects when stopped, or where no model has the role. */
  ask(role: Role, asked: readonly Asked[], temperature: number): Promise<Sample[][]>;
}

/** Something that a role wrote, and was paid for. */
export interface Reading {
  role: Role;
  /** What it read, in a few words: "8 attempts", "#3", "12 against 15". */
  of: string;
  prompt: string;
  sample: Sample;
}
