import type { Selection } from "../../lab/selectors/selector";
import type { RoleExchange } from "../../storage/run-record";

/** What a method's choice cost, by phase. What methods share is the cost of each. */
export interface ReadingCost {
  /** Tokens of the samples. */
  samples: number;
  /** Tokens that those who read them wrote. */
  readings: number;
  /** Tokens that they read to do so. */
  prompts: number;
  /** What reading and writing took them, without loading. */
  ms: number;
}

export function costOf(selection: Selection, exchanges: readonly RoleExchange[]): ReadingCost {
  const written = new Set(selection.readings?.map(({ sample }) => sample));
  const paid = exchanges.filter(({ samples }) => samples.some((sample) => written.has(sample)));
  const readings = [...written].reduce((sum, { tokens }) => sum + tokens, 0);
  return {
    samples: selection.tokens - readings,
    readings,
    prompts: paid.reduce((sum, { promptTokens }) => sum + promptTokens, 0),
    ms: paid.reduce((sum, { ms }) => sum + ms, 0),
  };
}
