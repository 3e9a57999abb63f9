import type { MemoryUse } from "../../workers/protocol";
import type { Hardware } from "../../workers/protocol/hardware";
import type { LanguageClient } from "../client/language-client";
import type { Library } from "./library.svelte";

const EVERY_MS = 1000;

/** What the worker holds, asked once a second while somebody looks. */
export class MemoryWatch {
  #uses = $state.raw<readonly MemoryUse[]>([]);
  readonly #client: Pick<LanguageClient, "memory">;
  readonly #library: Pick<Library, "held">;

  constructor(client: Pick<LanguageClient, "memory">, library: Pick<Library, "held">) {
    this.#client = client;
    this.#library = library;
  }

  /** Empty where nothing is loaded. */
  get uses() {
    return this.#uses;
  }

  /** What samples may take together; null where nothing is loaded. */
  get budgetBytes(): number | null {
    return this.#library.held?.cache.budgetBytes ?? null;
  }

  /** What the model runs on; null where none is loaded. */
  get hardware(): Hardware | null {
    return this.#library.held?.hardware ?? null;
  }

  /** Looks until the returned function is called. */
  look(): () => void {
    void this.#ask();
    const timer = setInterval(() => void this.#ask(), EVERY_MS);
    return () => clearInterval(timer);
  }

  /** A worker that holds nothing is not asked: it might have to be started for that. */
  async #ask(): Promise<void> {
    this.#uses = this.#library.held ? await this.#client.memory().catch(() => []) : [];
  }
}
