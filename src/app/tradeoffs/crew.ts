import type { LoadedModel } from "../../../workers/protocol";
import { LanguageClient } from "../../client/language-client";
import type { Choice } from "../choice";
import type { Library } from "../library.svelte";
import type { Sweep } from "./sweep.svelte";

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

  /**
   * `model` is what the page's own worker holds. A helper that cannot load it is done without, and there are no more than the
   * memory for samples, where it is given, has room for.
   */
  async assemble(
    choice: Choice,
    model: LoadedModel,
    sweep: Sweep,
    signal: AbortSignal,
  ): Promise<LanguageClient[]> {
    const most = Math.min(crewSize(model), await crewsInMemory(this.#client, model, sweep));
    const helpers = Array.from({ length: most - 1 }, () => new LanguageClient("a helper of Trade-offs"));
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

/** Each worker may take all of the memory that is given: otherwise, who else is there would decide a sample's last bits. */
async function crewsInMemory(client: LanguageClient, { cache }: LoadedModel, sweep: Sweep): Promise<number> {
  const { model, sampling, budgetBytes } = sweep.record.spec;
  if (budgetBytes === undefined) return Infinity;
  const { problems, samples } = sweep.together;
  const longest = sweep.problems.reduce(
    (one, { question }) => (question.length > one.length ? question : one),
    "",
  );
  const messages = [{ role: "user" as const, content: longest }];
  const request = { model, messages, samples, sampling: { ...sampling, seed: 0 } };
  const plan = await client.plan(request).catch(() => null); // Longer than the model can read.
  if (!plan) return 1;
  const prompts = cache.sharesPrefix ? (problems - 1) * plan.promptTokens * cache.bytesPerToken : 0;
  return Math.max(1, Math.floor(budgetBytes / (plan.bytes + prompts)));
}

const load = (client: LanguageClient, { id, source }: Choice, { device }: LoadedModel, signal: AbortSignal) =>
  client.load({ model: id, device, source }, () => {}, signal);
