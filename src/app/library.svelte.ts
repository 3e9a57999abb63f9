import { MODELS } from "../../models";
import type { LoadedModel, LoadEvent } from "../../workers/protocol";
import type { LanguageClient } from "../client/language-client";
import { type Choice, choiceOf, folderChoice } from "./choice";
import type { Device } from "./settings";

export type LoadProgress = Exclude<LoadEvent, { type: "loaded" }>;

/** Which models there are, and which one the worker holds. */
export class Library {
  #choices = $state.raw<readonly Choice[]>([]);
  #loaded = $state.raw<{ id: string; device: Device; model: LoadedModel } | null>(null);
  readonly #client: LanguageClient;

  constructor(client: LanguageClient, choices: readonly Choice[] = MODELS.map(choiceOf)) {
    this.#client = client;
    this.#choices = choices;
    client.onGone = () => (this.#loaded = null);
  }

  get choices() {
    return this.#choices;
  }

  /** What the worker holds. */
  get held(): LoadedModel | null {
    return this.#loaded?.model ?? null;
  }

  /** A model on a device, if the worker holds just that: as it was asked for, or as it turned out. */
  heldAs(id: string, device: Device): LoadedModel | null {
    if (this.#loaded?.id !== id) return null;
    const { model, device: asked } = this.#loaded;
    return [asked, model.device].includes(device) ? model : null;
  }

  find(id: string): Choice | undefined {
    return this.#choices.find((choice) => choice.id === id);
  }

  /** A model in hub layout from a folder of the user's disk. It joins the list once it has been loaded. */
  folder(files: readonly File[]): Choice {
    return folderChoice(files, this.#choices);
  }

  add(choice: Choice): void {
    this.#choices = [...this.#choices, choice];
  }

  /** Makes the worker hold a model on a device; `ms` is absent where it already did. */
  async load(
    choice: Choice,
    device: Device,
    onProgress: (progress: LoadProgress) => void,
    signal: AbortSignal,
  ): Promise<{ model: LoadedModel; ms?: number }> {
    const { id, source } = choice;
    const held = this.heldAs(id, device);
    if (held) return { model: held };
    this.#loaded = null; // The worker lets go of the old model first: if this load fails, it holds none.
    const take = (event: LoadEvent) => event.type !== "loaded" && onProgress(event);
    const model = await this.#client.load({ model: id, device, source }, take, signal);
    this.#loaded = { id, device, model };
    return { model, ms: model.ms };
  }

  /** Ends the worker and all it holds: after a fault that may have left it unusable, the next load starts afresh. */
  restart(): void {
    this.#loaded = null;
    this.#client.terminate();
  }
}
