import type { Reading } from "../lab";
import type { Selection } from "../selectors/selector";

/** A selection that other models' readings were paid for as well. */
export function withReadings(selection: Selection, readings: readonly Reading[]): Selection {
  const tokens = readings.reduce((sum, { sample }) => sum + sample.tokens, selection.tokens);
  return { ...selection, tokens, readings };
}
