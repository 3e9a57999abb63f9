import { cosine } from "./classify";
import { sharesOf, type Sharing } from "./rank";

/** The labels in one language, against a picture. */
export interface Column {
  language: string;
  /** By the labels' places; null where one has no name in the language. */
  shares: readonly (number | null)[];
  /** Place of the likeliest; null where none has a name. */
  best: number | null;
}

/** `named` are the vectors of those that have a name, by their places among `count` labels. */
export function columnOf(
  picture: Float32Array,
  language: string,
  count: number,
  named: readonly { place: number; vector: Float32Array }[],
  sharing: Sharing,
): Column {
  const cosines = named.map(({ vector }) => cosine(picture, vector));
  const shares = sharesOf(cosines, sharing);
  const byPlace = new Map(named.map(({ place }, i) => [place, shares[i]!]));
  const best = named[cosines.indexOf(Math.max(...cosines))]?.place ?? null;
  return { language, best, shares: Array.from({ length: count }, (_, place) => byPlace.get(place) ?? null) };
}
