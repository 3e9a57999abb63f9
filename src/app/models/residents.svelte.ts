import type { MemoryUse } from "../../../workers/protocol";
import { clientsWithWorker, type LanguageClient } from "../../client/language-client";

const EVERY_MS = 1000;

/** A model in the memory of a worker. */
export interface Resident {
  /** As it was asked for: a card's, or a folder's. */
  model: string;
  /** Which worker it is. */
  where: string;
  /** Whether that worker is doing something, which would end with it. */
  busy: boolean;
  uses: readonly MemoryUse[];
  client: LanguageClient;
}

/** Which workers of the page hold which models, asked once a second while somebody looks. */
export class Residents {
  #all = $state.raw<readonly Resident[]>([]);

  get all() {
    return this.#all;
  }

  of(model: string): readonly Resident[] {
    return this.#all.filter((one) => one.model === model);
  }

  /** Looks until the returned function is called. */
  look(): () => void {
    void this.#ask();
    const timer = setInterval(() => void this.#ask(), EVERY_MS);
    return () => clearInterval(timer);
  }

  /** Ends the worker, and gives back all that it held. Whoever needs the model next loads it again. */
  free({ client }: Resident): void {
    client.terminate("its memory was freed");
    this.#all = this.#all.filter((one) => one.client !== client);
  }

  async #ask(): Promise<void> {
    const found = await Promise.all([...clientsWithWorker].map(residentIn));
    this.#all = found.filter((one) => one !== null && one.client.held === one.model) as Resident[];
  }
}

async function residentIn(client: LanguageClient): Promise<Resident | null> {
  const model = client.held;
  if (model === null) return null;
  const uses = await client.memory().catch(() => []); // It has ended meanwhile.
  return { model, where: client.use, busy: client.underWay > 0, uses, client };
}
