import { MODELS } from "../../models";
import type { LoadedModel, LoadEvent, LoadRequest } from "../../workers/protocol";
import type { LanguageClient } from "../client/language-client";
import { type Choice, choiceOf } from "./choice";
import type { Device } from "./settings";

export type LoadProgress = Exclude<LoadEvent, { type: "loaded" }>;

/** Which models there are, and which one the worker holds. */
export class Library {
  #choices = $state.raw<readonly Choice[]>(MODELS.map(choiceOf));
  #loaded = $state.raw<(LoadedModel & { requested: Device }) | null>(null);
  readonly #client: LanguageClient;

  constructor(client: LanguageClient) {
    this.#client = client;
    client.onGone = () => (this.#loaded = null);
  }

  get choices() {
    return this.#choices;
  }

  get loaded() {
    return this.#loaded;
  }

  find(id: string): Choice | undefined {
    return this.#choices.find((choice) => choice.id === id);
  }

  /** Adds a model in hub layout from a folder of the user's disk; its files are read when it is first run. */
  addFolder(files: readonly File[]): Choice {
    const name = files[0]?.webkitRelativePath.split("/")[0] || "folder";
    const entries = files.map((file) => ({ path: file.webkitRelativePath || file.name, file }));
    const choice: Choice = {
      id: `folder:${name}`,
      label: `${name} (folder)`,
      source: { kind: "folder", name, files: entries },
    };
    this.#choices = [...this.#choices.filter(({ id }) => id !== choice.id), choice];
    if (this.#loaded?.model === choice.id) this.#loaded = null;
    return choice;
  }

  remove(id: string): void {
    this.#choices = this.#choices.filter((choice) => choice.id !== id);
  }

  /** Makes the worker hold `id` on `device`; at once where it already does. */
  async load(
    id: string,
    device: Device,
    onProgress: (progress: LoadProgress) => void,
    signal: AbortSignal,
  ): Promise<LoadedModel> {
    if (this.#loaded?.model === id && this.#loaded.requested === device) return this.#loaded;
    const choice = this.find(id);
    if (!choice) throw new Error(`There is no model “${id}” here. Choose one from the Model list.`);
    const request: LoadRequest = { model: id, device, source: choice.source };
    const loaded = await this.#client.load(
      request,
      (event) => event.type !== "loaded" && onProgress(event),
      signal,
    );
    this.#loaded = { ...loaded, requested: device };
    return loaded;
  }
}
