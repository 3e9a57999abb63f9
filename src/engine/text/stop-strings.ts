/** Looks for stop strings in a text that arrives in pieces, and holds back what might be the beginning of one. */
export class StopStrings {
  readonly #stops: readonly string[];
  #held = "";

  constructor(stops: readonly string[]) {
    this.#stops = stops.filter((stop) => stop !== "");
  }

  /** What may be shown now. After `stopped`, nothing of the stop string or behind it is. */
  push(piece: string): { text: string; stopped: boolean } {
    const text = this.#held + piece;
    const found = this.#stops.map((stop) => text.indexOf(stop)).filter((at) => at >= 0);
    this.#held = "";
    if (found.length > 0) return { text: text.slice(0, Math.min(...found)), stopped: true };

    const held = Math.max(0, ...this.#stops.map((stop) => longestBeginningAtEnd(text, stop)));
    this.#held = text.slice(text.length - held);
    return { text: text.slice(0, text.length - held), stopped: false };
  }

  /** What was held back, once no text follows. */
  flush(): string {
    const text = this.#held;
    this.#held = "";
    return text;
  }
}

/** How many characters at the end of `text` are the beginning of `stop`. */
function longestBeginningAtEnd(text: string, stop: string): number {
  let length = Math.min(text.length, stop.length - 1);
  while (length > 0 && !text.endsWith(stop.slice(0, length))) length--;
  return length;
}
