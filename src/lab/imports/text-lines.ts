/** A row that is longer is no row but a file of another kind; it is not even kept. 64 samples of 32,000 tokens take half of it. */
export const LONGEST_ROW = 16_000_000;

export interface Line {
  line: number;
  /** Without its end. Of a line that is too long, only the beginning. */
  text: string;
  tooLong: boolean;
}

/** Lines of a text that comes in pieces, numbered from 1: ended by \n or \r\n, the last one perhaps by nothing. */
export class LineSplitter {
  #parts: string[] = [];
  #length = 0;
  #line = 1;

  *push(piece: string): Generator<Line> {
    let from = 0;
    for (let end = piece.indexOf("\n"); end >= 0; end = piece.indexOf("\n", from)) {
      this.#add(piece.slice(from, end));
      yield this.#take();
      from = end + 1;
    }
    this.#add(piece.slice(from));
  }

  *end(): Generator<Line> {
    if (this.#length > 0) yield this.#take();
  }

  #add(part: string): void {
    this.#length += part.length;
    if (this.#length <= LONGEST_ROW || this.#parts.length === 0) this.#parts.push(part);
    else this.#parts.length = 1;
  }

  #take(): Line {
    const text = this.#parts.join("").replace(/\r$/, "");
    const tooLong = this.#length > LONGEST_ROW;
    this.#parts = [];
    this.#length = 0;
    return { line: this.#line++, text, tooLong };
  }
}
