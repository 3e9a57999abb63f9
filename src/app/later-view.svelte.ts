import { fetchPart } from "./fetch-part";

/** What the address opens and follows. */
interface Linked {
  readonly busy: boolean;
  openLink(params: URLSearchParams): Promise<void>;
  link(): string;
}

/** The state of a view that a first visit does without: fetched when it is first opened, and kept from then on. */
export class LaterView<State extends Linked> {
  #state = $state.raw<State | null>(null);

  readonly #name: string;
  readonly #make: () => Promise<State>;

  constructor(name: string, make: () => Promise<State>) {
    this.#name = name;
    this.#make = make;
  }

  /** Null until it was opened. */
  get state() {
    return this.#state;
  }
  get busy() {
    return this.#state?.busy ?? false;
  }
  get link() {
    return this.#state?.link() ?? `#/${this.#name}`;
  }

  /** Rejects with a sentence where it cannot be fetched. */
  async open(params: URLSearchParams): Promise<void> {
    const made = await fetchPart(this.#make());
    await (this.#state ??= made).openLink(params);
  }
}
