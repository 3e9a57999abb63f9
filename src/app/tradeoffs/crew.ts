import type { LoadedModel } from "../../../workers/protocol";
import { LanguageClient } from "../../client/language-client";
import type { Choice } from "../choice";
import type { Library } from "../library.svelte";

/** Copies of larger weights would crowd out the rest of the machine. */
const MOST_WEIGHTS = 64 * 2 ** 20;
const MOST_WORKERS = 4;

/** The workers that write a sweep: the page's own, and where the model is small and the processor computes, others beside it. */
export class Crew {
  readonly #library: Library;
  readonly #client: LanguageClient;
  #helpers: LanguageClient[] = [];

  constructor(client: LanguageClient, library: Library) {
    this.#client = client;
    this.#library = library;
  }

  /** `model` is what the page's own worker holds. A helper that cannot load it is done without. */
  async assemble(choice: Choice, model: LoadedModel, signal: AbortSignal): Promise<LanguageClient[]> {
    const helpers = Array.from({ length: crewSize(model) - 1 }, () => new LanguageClient());
    this.#helpers = helpers;
    const loaded = await Promise.allSettled(helpers.map((helper) => load(helper, choice, model, signal)));
    signal.throwIfAborted();
    return [this.#client, ...helpers.filter((_, i) => loaded[i]!.status === "fulfilled")];
  }

  /** Loads the model into the fresh worker of a client whose worker is gone. */
  async loadAgain(client: LanguageClient, choice: Choice, model: LoadedModel, signal: AbortSignal) {
    if (client === this.#client) await this.#library.load(choice, model.device, () => {}, signal);
    else await load(client, choice, model, signal);
  }

  /** Ends all workers but the page's own. */
  dismiss(): void {
    for (const helper of this.#helpers.splice(0)) helper.terminate("the sweep has ended");
  }
}

function crewSize({ device, weights }: LoadedModel): number {
  const isSmall = weights !== undefined && weights.bytes <= MOST_WEIGHTS;
  return device === "wasm" && isSmall ? Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 1) : 1;
}

const load = (client: LanguageClient, { id, source }: Choice, { device }: LoadedModel, signal: AbortSignal) =>
  client.load({ model: id, device, source }, () => {}, signal);
