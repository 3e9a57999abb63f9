import { openDatabase, type OpenOptions, type QuorumDatabase } from "./db";
import { storageFault } from "./storage-fault";

/** The page's database. A connection that was lost is opened again at the next use. */
export class Connection {
  readonly #options: Omit<OpenOptions, "onClosed">;
  #opening: Promise<QuorumDatabase> | null = null;

  constructor(options: Omit<OpenOptions, "onClosed">) {
    this.#options = options;
  }

  /** Rejects with a sentence for people. */
  async use<T>(work: (database: QuorumDatabase) => Promise<T>): Promise<T> {
    this.#opening ??= openDatabase({ ...this.#options, onClosed: this.#forget });
    try {
      return await work(await this.#opening);
    } catch (error) {
      this.#opening?.catch(this.#forget); // A failed opening is tried again, a failed request leaves the connection as it is.
      throw storageFault(error);
    }
  }

  close(): void {
    this.#opening?.then((database) => database.close()).catch(() => {});
  }

  readonly #forget = () => {
    this.#opening = null;
  };
}
