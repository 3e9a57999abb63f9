import { NameTable } from "../../lab/zero-shot/name-table";
import { captionFile } from "../caption-file";
import { sentenceOf } from "../sentence-of";

/** What emoji are called in each language: fetched when it is first asked for. */
export class Names {
  #table = $state.raw<NameTable | null>(null);
  #fault = $state("");
  #fetching: Promise<void> | undefined;

  /** Null until it is there. */
  get table() {
    return this.#table;
  }
  /** Why there is none, in a sentence. */
  get fault() {
    return this.#fault;
  }

  /** Never rejects: without it people write the names themselves. */
  fetch(): Promise<void> {
    return (this.#fetching ??= this.#fetch());
  }

  async #fetch(): Promise<void> {
    try {
      const response = await fetch(captionFile("names.tsv"));
      if (!response.ok) throw new Error(`the site answers ${response.status}`);
      this.#table = new NameTable(await response.text());
      this.#fault = "";
    } catch (error) {
      this.#fault = `The names in other languages could not be fetched (${sentenceOf(error)}). Write them yourself, or take a language away and add it again.`;
      this.#fetching = undefined; // The next one who asks tries again.
    }
  }
}
