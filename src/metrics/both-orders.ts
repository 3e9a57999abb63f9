import type { JudgedPair } from "./judge-worth";

/** Where a judge was right: with the better one first, second, both, or neither. No verdict is not right. */
export type Place = "both" | "first" | "second" | "neither";
export const PLACES: readonly Place[] = ["both", "first", "second", "neither"];

/** The pairs of each kind, by their index. */
export function bothOrders(pairs: readonly JudgedPair[]): Record<Place, readonly number[]> {
  const of = (place: Place) => pairs.filter((pair) => placeOf(pair) === place).map(({ index }) => index);
  return { both: of("both"), first: of("first"), second: of("second"), neither: of("neither") };
}

export function placeOf({ forward, backward }: Pick<JudgedPair, "forward" | "backward">): Place {
  if (forward === "better") return backward === "better" ? "both" : "first";
  return backward === "better" ? "second" : "neither";
}
