import type { Sample } from "../../../workers/protocol";
import type { PromptSamples } from "../../../workers/protocol/prompts";
import { LanguageClient } from "../../client/language-client";
import { emptySamples, foldEvent } from "../../lab/fold-events";
import { sampleOf } from "../../lab/sweep/sample-of";
import type { Choice } from "../choice";
import { Library, type LoadProgress } from "../library.svelte";
import { maxTokensOf } from "./max-tokens-of";
import { PromptRefused } from "./prompt-refused";

/** What whoever waits for a role wants to hear. */
export interface Listener {
  signal: AbortSignal;
  onLoading?: (progress: LoadProgress) => void;
  /** A prompt was read, in so many milliseconds; told where samples are. */
  onPrompt?: (prompt: number, tokens: number, ms: number) => void;
  /** Each sample as it grows; asked for, prompts are answered one after another, else side by side. */
  onSample?: (prompt: number, sample: Sample) => void;
}

/** Prompts that are long and different cost more side by side than one after another (docs/performance.md). */
const MOST_ROWS = 4;

/** A model in a worker of its own, which begins with the first thing it is asked. */
export class RoleModel {
  readonly choice: Choice;
  readonly #client = new LanguageClient();
  readonly #library: Library;

  constructor(choice: Choice) {
    this.choice = choice;
    this.#library = new Library(this.#client, [choice]);
  }

  /** The samples of each prompt, in order. Rejects when stopped. */
  async write(
    prompts: readonly PromptSamples[],
    temperature: number,
    listener: Listener,
  ): Promise<Sample[][]> {
    const { signal, onLoading = () => {}, onPrompt = () => {}, onSample } = listener;
    await this.#library.load(this.choice, "auto", onLoading, signal);
    try {
      const sampling = {
        temperature,
        topP: 1,
        topK: 0,
        minP: 0,
        maxTokens: maxTokensOf(this.choice),
        stop: [],
      };
      const written = onSample
        ? await this.#oneByOne(prompts, sampling, signal, { onPrompt, onSample })
        : await this.#sideBySide(prompts, sampling, signal);
      signal.throwIfAborted();
      return written;
    } catch (error) {
      const isWell = signal.aborted || error instanceof PromptRefused;
      if (!isWell) this.#library.restart(); // The worker may be of no use any more.
      throw error;
    }
  }

  /** Ends the worker. The next thing asked begins another. */
  close(): void {
    this.#library.restart();
  }

  async #oneByOne(
    prompts: readonly PromptSamples[],
    sampling: Sampling,
    signal: AbortSignal,
    { onPrompt, onSample }: Required<Pick<Listener, "onPrompt" | "onSample">>,
  ): Promise<Sample[][]> {
    const written: Sample[][] = [];
    for (const [at, { messages, seed, samples: numbers }] of prompts.entries()) {
      let samples: readonly Sample[] = emptySamples(numbers.length);
      const request = {
        model: this.choice.id,
        messages,
        samples: numbers.length,
        sampling: { ...sampling, seed },
      };
      await this.#client.generate(
        request,
        (event) => {
          if (event.type === "prefilled") onPrompt(at, event.promptTokens, event.ms);
          samples = foldEvent(samples, event);
          for (const sample of samples) onSample(at, sample);
        },
        signal,
      );
      written.push([...samples]);
    }
    return written;
  }

  async #sideBySide(
    prompts: readonly PromptSamples[],
    sampling: Sampling,
    signal: AbortSignal,
  ): Promise<Sample[][]> {
    const written: Sample[][] = prompts.map(() => []);
    await this.#client.samplePrompts(
      { model: this.choice.id, prompts, sampling, mostRows: MOST_ROWS, fresh: true },
      (event) => {
        if (event.type === "refused")
          throw new PromptRefused(`${this.choice.label} cannot read this: ${event.reason}`);
        if (event.type === "written")
          for (const sample of event.samples) written[sample.prompt]![sample.sample] = sampleOf(sample);
      },
      signal,
    );
    return written;
  }
}

interface Sampling {
  temperature: number;
  topP: number;
  topK: number;
  minP: number;
  maxTokens: number;
  stop: string[];
}
