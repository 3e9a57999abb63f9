import { type Confusion, confusionOf, labelOfClass } from "../../lab/zero-shot/confusion";
import type { Asked } from "./asked.svelte";
import type { Picture, Pictures } from "./pictures.svelte";
import type { ReadLabels } from "./read-labels.svelte";

/** Fewer are no classes: a folder of pictures has a name as well. */
const LEAST = 2;

/** Pictures in folders that are named after what they show. */
export class Classes {
  readonly #pictures: Pictures;
  readonly #asked: Asked;
  readonly #labels: ReadLabels;

  constructor(pictures: Pictures, asked: Asked, labels: ReadLabels) {
    this.#pictures = pictures;
    this.#asked = asked;
    this.#labels = labels;
  }

  /** The folders' names, where there are several. */
  readonly names: readonly string[] = $derived.by(() => {
    const names = this.#pictures.all.flatMap(({ className }) => className ?? []).sort();
    const distinct = names.filter((name, i) => name !== names[i - 1]);
    return distinct.length < LEAST ? [] : distinct;
  });

  /** Whether every folder's name is among the labels. */
  readonly labelled = $derived(
    this.names.length > 0 && this.names.every((name) => labelOfClass(name, this.#asked.labels) !== undefined),
  );

  /** Pictures that were taken for something else than their folder says, and for what. */
  readonly wrong: readonly { picture: Picture; guess: string }[] = $derived.by(() =>
    this.#guesses.filter(({ picture, guess }) => !this.#isOf(picture, guess)),
  );

  readonly confusion: Confusion | null = $derived.by(() => {
    if (!this.labelled) return null;
    const { labels } = this.#asked;
    const textOf = (name: string) => labelOfClass(name, labels)!.text;
    const guesses = this.#guesses.map(({ picture, guess }) => ({ truth: textOf(picture.className!), guess }));
    return confusionOf(this.names.map(textOf), guesses);
  });

  readonly #guesses = $derived.by(() =>
    this.#pictures.all.flatMap((picture) => {
      if (!picture.className || !picture.seen || !this.labelled) return [];
      const best = this.#labels.bestOf(picture.seen.embedding);
      return best ? [{ picture, guess: best.text }] : [];
    }),
  );

  #isOf({ className }: Picture, guess: string): boolean {
    return labelOfClass(className!, this.#asked.labels)?.text === guess;
  }

  /** Takes the folders' names for labels, in place of those that are there. */
  useAsLabels(): void {
    this.#asked.replace(this.names.map((name) => name.replaceAll(/[_-]+/g, " ")));
  }
}
