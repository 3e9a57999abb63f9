import { Connection } from "./connection";
import type { RunsOptions } from "./runs";

/** Embeddings by the encoder that made them and by what they are of. */
export class Vectors {
  readonly #connection: Connection;

  constructor({ name = "quorum", ...options }: Omit<RunsOptions, "page"> = {}) {
    this.#connection = new Connection({ name, ...options });
  }

  /** In the order of the keys; undefined where nothing was saved. Rejects with a sentence for people where the store is gone. */
  async find(encoder: string, keys: readonly string[]): Promise<(Float32Array | undefined)[]> {
    return this.#connection.use(async (database) => {
      const { store } = database.transaction("vectors");
      const found = await Promise.all(keys.map((key) => store.get([encoder, key])));
      return found.map((value) => (value?.vector instanceof Float32Array ? value.vector : undefined));
    });
  }

  /** All or none. Rejects with a sentence for people where the store is full or gone. */
  async save(
    encoder: string,
    entries: readonly (readonly [key: string, vector: Float32Array])[],
  ): Promise<void> {
    await this.#connection.use(async (database) => {
      const transaction = database.transaction("vectors", "readwrite");
      for (const [of, vector] of entries) void transaction.store.put({ encoder, of, vector });
      await transaction.done;
    });
  }

  close(): void {
    this.#connection.close();
  }
}
