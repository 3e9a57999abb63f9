import { SvelteMap } from "svelte/reactivity";
import { sentenceOf } from "../sentence-of";
import { filesToRun, type ShippedCard } from "./shipped";

/** Where the service worker looks for pocket models that are not the default (vite.config.ts). */
const CACHE = "models";

/** Null while it is looked up. */
export type StoredState = "stored" | "not stored" | "storing" | null;

/** Which models are on this device, so that they open without network. */
export class Stored {
  /** A page from plain http has no place to store it in. */
  readonly possible = "caches" in globalThis && "serviceWorker" in navigator;
  readonly #states = new SvelteMap<string, StoredState>();
  #reason = $state("");

  state(card: ShippedCard): StoredState {
    return this.#states.get(card.id) ?? null;
  }
  /** Why the last one could not be stored. */
  get reason() {
    return this.#reason;
  }

  async look(cards: readonly ShippedCard[]): Promise<void> {
    if (!this.possible) return;
    await Promise.all(
      cards.map(async (card) => {
        if (this.state(card) === "storing") return;
        this.#states.set(card.id, (await isStored(card).catch(() => false)) ? "stored" : "not stored");
      }),
    );
  }

  async store(card: ShippedCard): Promise<void> {
    this.#reason = "";
    this.#states.set(card.id, "storing");
    try {
      const cache = await caches.open(CACHE);
      await cache.addAll(addresses(card));
    } catch (error) {
      this.#reason = `${card.label} could not be stored: ${sentenceOf(error)} Check the connection and the room on this device, then try again.`;
    }
    this.#states.delete(card.id);
    await this.look([card]);
  }
}

const addresses = (card: ShippedCard) =>
  filesToRun(card).map(({ path }) => new URL(`${card.folder}/${path}`, document.baseURI).href);

/** What came with the page has its revision behind a question mark. */
async function isStored(card: ShippedCard): Promise<boolean> {
  const found = await Promise.all(addresses(card).map((url) => caches.match(url, { ignoreSearch: true })));
  return found.every(Boolean);
}
