import { rowsAreSamples } from "../../lab/imports/guess-mapping";
import type { Mapping, Role } from "../../lab/imports/roles";
import type { Row } from "../../lab/imports/row";
import { holdsSamples } from "../../lab/recorded/read-imported";

/** Names of the columns of a preview, and of the fields that choose them. */
export const ROLE_NAMES: Record<Role, string> = {
  problem: "Problem id",
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

/** The roles there can be in such a file: what describes samples only where there are samples, and what puts rows together only where each is one. */
export function rolesOf(mapping: Mapping, rows: readonly Row[]): readonly Role[] {
  if (!holdsSamples(mapping)) return ALWAYS;
  const tellsRowsApart = mapping.problem !== undefined || rowsAreSamples(rows, mapping);
  return [...ALWAYS, ...OF_SAMPLES, ...(tellsRowsApart ? (["problem"] as const) : [])];
}
