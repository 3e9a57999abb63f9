import type { LanguageClient } from "../../client/language-client";
import type { Writer } from "../bench.svelte";
import type { Library } from "../library.svelte";
import type { SecondSample } from "./second-sample.svelte";

/** The lessons there are. One is fetched when it is first opened, and stands where it stood when one comes back to it. */
export class Lessons {
  #secondSample: Promise<SecondSample> | undefined;
  #open = $state.raw<SecondSample | null>(null);
  readonly #client: LanguageClient;
  readonly #library: Library;
  readonly #others: Writer;

  constructor(client: LanguageClient, library: Library, others: Writer) {
    this.#client = client;
    this.#library = library;
    this.#others = others;
  }

  /** Whether one of them has the worker. */
  readonly busy = $derived.by(() => this.#open?.job.busy ?? false);

  secondSample(): Promise<SecondSample> {
    this.#secondSample ??= this.#fetch();
    this.#secondSample.catch(() => (this.#secondSample = undefined)); // To be tried again.
    return this.#secondSample;
  }

  /** Where its learner stands, or its beginning. */
  readonly link = $derived.by(() => this.#open?.link() ?? "#/lesson/second-sample");

  async #fetch(): Promise<SecondSample> {
    const { SecondSample } = await import("./second-sample.svelte");
    return (this.#open = new SecondSample(this.#client, this.#library, this.#others));
  }
}
