import { Fingerprint } from "./fingerprint";
import type { Place } from "./row";

/** Remembers rows by their fingerprints, to find those that repeat another. */
export class SeenRows {
  readonly #places = new Map<number, Place>();

  /** The place of an earlier row with the same texts, or undefined for the first of its kind. */
  repeated(place: Place, texts: Iterable<string>): Place | undefined {
    const fingerprint = new Fingerprint();
    for (const text of texts) fingerprint.add(text);
    const first = this.#places.get(fingerprint.value());
    if (!first) this.#places.set(fingerprint.value(), place);
    return first;
  }
}
