import { sentenceOf } from "../sentence-of";
import { captionsAddress } from "./captions";

const CACHE = "captions";

/** Whether the captions are on this device for when there is no network: only where a person asked for it. */
export class KeptCaptions {
  /** A page from plain http has no place to keep them in. */
  readonly possible = "caches" in globalThis;
  #state = $state<"kept" | "not kept" | "keeping" | null>(null);
  #reason = $state("");

  /** Null while it is looked up. */
  get state() {
    return this.#state;
  }
  /** Why they could not be kept. */
  get reason() {
    return this.#reason;
  }

  async look(): Promise<void> {
    if (!this.possible) return;
    const found = await caches.match(captionsAddress()).catch(() => undefined);
    this.#state = found ? "kept" : "not kept";
  }

  async keep(): Promise<void> {
    this.#reason = "";
    this.#state = "keeping";
    try {
      await (await caches.open(CACHE)).add(captionsAddress());
    } catch (error) {
      this.#reason = `The captions could not be kept: ${sentenceOf(error)} Check the connection and the room on this device, then try again.`;
    }
    await this.look();
  }
}
