import { Fingerprint } from "./fingerprint";

/** Remembers rows by their fingerprints, to find those that repeat another. */
export class SeenRows {
  readonly #lines = new Map<number, number>();

  /** The line of an earlier row with the same texts, or undefined for the first of its kind. */
  repeated(line: number, texts: Iterable<string>): number | undefined {
    const fingerprint = new Fingerprint();
    for (const text of texts) fingerprint.add(text);
    const first = this.#lines.get(fingerprint.value());
    if (first === undefined) this.#lines.set(fingerprint.value(), line);
    return first;
  }
}
