import type { Mapping, Role } from "../../lab/imports/roles";
import { holdsSamples } from "../../lab/recorded/read-imported";

/** Names of the columns of a preview, and of the fields that choose them. */
export const ROLE_NAMES: Record<Role, string> = {
  question: "Question",
  answer: "Right answer",
  samples: "Sample texts",
  predictions: "Sample answers",
  scores: "Judge's scores",
  labels: "Right or wrong",
  tokens: "Tokens",
  logprobs: "Log-probability",
};

const ALWAYS: readonly Role[] = ["question", "answer", "samples", "predictions"];
const OF_SAMPLES: readonly Role[] = ["labels", "scores", "tokens", "logprobs"];

/** The roles there can be in such a file: what describes samples only where there are samples. */
export function rolesOf(mapping: Mapping): readonly Role[] {
  return holdsSamples(mapping) ? [...ALWAYS, ...OF_SAMPLES] : ALWAYS;
}
