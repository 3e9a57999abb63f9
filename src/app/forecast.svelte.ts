import type { GenerationRequest, LoadedModel, WavePlan } from "../../workers/protocol";
import type { LanguageClient } from "../client/language-client";

/** A key pressed is not a question each. */
const ASK_AFTER_MS = 250;

export interface Forecasted extends Pick<WavePlan, "bytes" | "waves" | "sharesInstead"> {
  samples: number;
  /** Of one sample at its longest, where the model has room for them. */
  tokens: number;
}

/** What the memory for a run will be, known before it runs. */
export class Forecast {
  #told = $state.raw<Forecasted | null>(null);
  #asking: ReturnType<typeof setTimeout> | undefined;
  #last = 0;
  readonly #client: Pick<LanguageClient, "plan">;

  constructor(client: Pick<LanguageClient, "plan">) {
    this.#client = client;
  }

  /** Null while it is not known. What was told stands until the next is, so that nothing flickers. */
  get told() {
    return this.#told;
  }

  /** Asks, soon, of what is now wanted; null where nothing that can run is, or its model is not loaded. */
  follow(request: GenerationRequest | null, model: LoadedModel | null): void {
    clearTimeout(this.#asking);
    this.#last++;
    if (!request || !model) this.#told = null;
    else this.#asking = setTimeout(() => void this.#ask(request, model), ASK_AFTER_MS);
  }

  async #ask({ samples, ...request }: GenerationRequest, { contextLength }: LoadedModel): Promise<void> {
    const asked = this.#last;
    const plan = await this.#client.plan({ samples, ...request }).catch(() => null); // Longer than the model can read.
    if (asked !== this.#last) return;
    const tokens = plan && Math.min(request.sampling.maxTokens, contextLength - plan.promptTokens);
    if (!plan || !tokens) return void (this.#told = null);
    const { bytes, waves, sharesInstead } = plan;
    this.#told = { samples, tokens, bytes, waves, ...(sharesInstead && { sharesInstead }) };
  }
}
