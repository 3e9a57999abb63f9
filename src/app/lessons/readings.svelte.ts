import type { GenerationEvent, Sample } from "../../../workers/protocol";
import { generateSteadily } from "../../client/steady-run";
import { emptySamples } from "../../lab/fold-events";
import { type RecordedTry, retold } from "../../lab/lessons/recorded";
import type { ModelCard } from "../../../models/card";
import { choiceOf } from "../choice";
import { showPaced } from "./paced";
import type { Desk } from "./tries.svelte";

/** Something to be read. */
export interface ReadingTask {
  /** What it is kept under. */
  key: string;
  card: ModelCard;
  /** Asked for when it is its turn: what is to be read may be drawn just before. */
  prompt: () => string;
  recorded: () => Promise<RecordedTry>;
}

/** What other models wrote about a learner's tries: each the likeliest answer, kept until the tries are given up. */
export class LessonReadings {
  #written = $state.raw<Readonly<Record<string, Sample>>>({});
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** What is written under a key, whole or not; undefined where nothing is. */
  of(key: string): Sample | undefined {
    return this.#written[key];
  }

  clear(): void {
    this.#written = {};
  }

  async read({ key, card, prompt, recorded }: ReadingTask): Promise<void> {
    const { client, job } = this.#desk;
    if (this.of(key)?.finish || job.busy) return;
    await job.run({
      choice: choiceOf(card),
      live: (signal) =>
        this.#write(key, signal, async (add) => {
          const { maxTokens } = card.recommended;
          const request = {
            model: card.id,
            messages: [{ role: "user" as const, content: prompt() }],
            samples: 1,
            sampling: { temperature: 0, topP: 1, topK: 0, minP: 0, maxTokens, stop: [], seed: 0 },
          };
          await generateSteadily({ client, request, loadAgain: job.loadAgain, onEvent: add, signal });
        }),
      recorded: async (signal) => {
        const one = await recorded();
        await this.#write(key, signal, (add) => {
          for (const event of retold([one])) add(event);
        });
      },
    });
  }

  async #write(
    key: string,
    signal: AbortSignal,
    tell: (add: (event: GenerationEvent) => void) => Promise<void> | void,
  ): Promise<void> {
    await showPaced({
      samples: emptySamples(1),
      tell,
      show: ([sample]) => {
        const { [key]: _, ...others } = this.#written;
        this.#written = sample ? { ...others, [key]: sample } : others;
      },
      signal,
    });
  }
}
