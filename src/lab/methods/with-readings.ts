import type { Reading } from "../lab";
import type { Selection } from "../selectors/selector";

/** A selection that other models' readings were paid for as well. */
export function withReadings(selection: Selection, readings: readonly Reading[]): Selection {
  return { ...selection, tokens: selection.tokens + tokensRead(readings), readings };
}

/** Generated tokens of the readings alone. */
export const tokensRead = (readings: readonly Reading[] = []): number =>
  readings.reduce((sum, { sample }) => sum + sample.tokens, 0);
