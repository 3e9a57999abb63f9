import { Connection } from "./connection";
import type { RunsOptions } from "./runs";

/** What judges made of pairs of solutions, whatever it is: by the judge's weights, and by the pair word for word. */
export class Judgements {
  readonly #connection: Connection;

  constructor({ name = "quorum", ...options }: Omit<RunsOptions, "page"> = {}) {
    this.#connection = new Connection({ name, ...options });
  }

  /** Undefined where nothing was saved. Rejects with a sentence for people where the store is gone. */
  async find(judge: string, pair: readonly string[]): Promise<unknown> {
    const key: [string, string] = [judge, JSON.stringify(pair)];
    return (await this.#connection.use((database) => database.get("judgements", key)))?.opinions;
  }

  /** Replaces what was saved before. Rejects with a sentence for people where the store is full or gone. */
  async save(judge: string, pair: readonly string[], opinions: unknown): Promise<void> {
    const value = { judge, pair: JSON.stringify(pair), opinions };
    await this.#connection.use((database) => database.put("judgements", value));
  }

  close(): void {
    this.#connection.close();
  }
}
