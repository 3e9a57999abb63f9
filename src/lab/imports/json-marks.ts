const OUTSIDE_TEXTS = /["{}[\],:\n]/g;
const WITHIN_TEXT = /["\\\n]/g;

/**
 * Walks over JSON that comes in pieces, from one mark to the next: brackets, commas and colons, but none that stands within a
 * text. Each character is looked at once.
 */
export class JsonMarks {
  /** Brackets that are open, the outermost first. */
  readonly open: ("{" | "[")[] = [];
  #line = 1;
  #inText = false;
  #escaped = false;
  #fault = "";

  /** Of the mark that was found last, from 1. */
  get line(): number {
    return this.#line;
  }
  get inText(): boolean {
    return this.#inText;
  }
  /** Why what follows cannot be told apart any more; empty while it can. */
  get fault(): string {
    return this.#fault;
  }

  /** Where in the piece the next mark is, from a place on; -1 where it has none, or once there is a fault. */
  next(piece: string, from: number): number {
    for (let at = from; at < piece.length && !this.#fault;) {
      if (this.#escaped) {
        this.#escaped = false;
        at++;
        continue;
      }
      const search = this.#inText ? WITHIN_TEXT : OUTSIDE_TEXTS;
      search.lastIndex = at;
      if (!search.test(piece)) return -1;
      at = search.lastIndex;
      if (this.#pass(piece[at - 1]!)) return at - 1;
    }
    return -1;
  }

  /** Whether it is a mark to stop at. */
  #pass(character: string): boolean {
    if (character === "\n") {
      if (this.#inText) this.#fault = `a text on line ${this.#line} is not closed`;
      this.#line++;
    } else if (character === "\\") this.#escaped = true;
    else if (character === '"') this.#inText = !this.#inText;
    else return this.#nest(character);
    return false;
  }

  #nest(mark: string): boolean {
    if (mark === "{" || mark === "[") this.open.push(mark);
    else if (mark === "}" || mark === "]") {
      const opened = this.open.pop();
      if (opened !== (mark === "}" ? "{" : "["))
        this.#fault = `the ${mark} on line ${this.#line} closes ${opened ? `a ${opened}` : "nothing"}`;
    }
    return !this.#fault;
  }
}
