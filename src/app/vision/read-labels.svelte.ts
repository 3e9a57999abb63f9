import { bestLabel } from "../../lab/zero-shot/classify";
import type { Label } from "../../lab/zero-shot/label";
import { labelVectors, textsOf } from "../../lab/zero-shot/label-vectors";
import { rank, type Ranked, type Sharing } from "../../lab/zero-shot/rank";
import { type Column, columnOf } from "../../lab/zero-shot/side-by-side";
import { namesIn } from "../../lab/zero-shot/translations";
import { isAbort } from "../is-abort";
import { sentenceOf } from "../sentence-of";
import type { Asked } from "./asked.svelte";
import type { EncoderInUse } from "./encoder.svelte";
import type { Names } from "./names.svelte";
import type { TextVectors } from "./text-vectors";
import { type VisionSettings, wordingOf } from "./vision-settings";

/** The labels in one language; "" where one has no name in it. */
interface InLanguage {
  language: string;
  names: readonly string[];
}

/** What the text tower made of the labels, in their own languages and side by side in others. */
interface Made {
  settings: VisionSettings;
  vectors: readonly Float32Array[];
  others: readonly (InLanguage & { named: readonly { place: number; vector: Float32Array }[] })[];
  /** By a picture's vector, the place of its likeliest label: of a thousand pictures none is compared twice. */
  best: WeakMap<Float32Array, number>;
}

export class ReadLabels {
  readonly #asked: Asked;
  readonly #encoder: EncoderInUse;
  readonly #texts: TextVectors;
  readonly #names: Names;
  #made = $state.raw<Made | null>(null);

  constructor(asked: Asked, encoder: EncoderInUse, texts: TextVectors, names: Names) {
    this.#asked = asked;
    this.#encoder = encoder;
    this.#texts = texts;
    this.#names = names;
  }

  /** What the labels are called in each of the other languages, as far as that is known. */
  readonly others: readonly InLanguage[] = $derived.by(() => {
    const { labels, others } = this.#asked.settings;
    const { table } = this.#names;
    return others.map((one) => ({ language: one.language, names: namesIn(one, labels, table) }));
  });

  /** Every label's place for a picture; null while the labels are being read. */
  rankOf(picture: Float32Array): Ranked[] | null {
    const [made, sharing] = [this.#current, this.#sharing];
    return sharing && made && rank(picture, made.settings.labels, made.vectors, sharing);
  }

  /** The likeliest label alone; null while the labels are being read, or where there are none. */
  bestOf(picture: Float32Array): Label | null {
    const made = this.#current;
    if (!made || made.vectors.length === 0) return null;
    const place = made.best.get(picture) ?? bestLabel(picture, made.vectors);
    made.best.set(picture, place);
    return made.settings.labels[place]!;
  }

  /** The labels against a picture in each of the other languages; null while they are being read. */
  columnsOf(picture: Float32Array): Column[] | null {
    const { labels, others } = this.#asked.settings;
    const [made, sharing] = [this.#current, this.#sharing];
    if (!sharing || made?.settings.others !== others) return null;
    return made.others.map(({ language, named }) =>
      columnOf(picture, language, labels.length, named, sharing),
    );
  }

  readonly #current = $derived.by(() => {
    const made = this.#made;
    return made?.settings.labels === this.#asked.settings.labels ? made : null;
  });

  readonly #sharing: Sharing | null = $derived.by(() => {
    const logits = this.#encoder.loaded?.logits;
    return logits ? { ...logits, temperature: this.#asked.settings.temperature } : null;
  });

  forget(): void {
    this.#made = null;
  }

  /** The newest labels win: what was asked for before is dropped when it comes. */
  read(): void {
    this.#read().catch((error: unknown) => {
      if (!isAbort(error)) this.#asked.complain(sentenceOf(error));
    });
  }

  async #read(): Promise<void> {
    const { settings } = this.#asked;
    if (settings.others.length > 0) await this.#names.fetch();
    const { fingerprint } = await this.#encoder.load();
    const wording = wordingOf(settings);
    const others = this.others.map(({ language, names }) => ({
      language,
      names,
      named: named(language, names),
    }));
    const all: Label[] = [
      ...settings.labels,
      ...others.flatMap(({ named }) => named.map(({ label }) => label)),
    ];
    await this.#texts.need(
      fingerprint,
      all.flatMap((label) => textsOf(label, wording)),
    );
    if (!this.#isAsked(settings)) return;
    const vectorsOf = (labels: readonly Label[]) => labelVectors(labels, wording, this.#texts.of);
    this.#made = {
      settings,
      vectors: vectorsOf(settings.labels),
      best: new WeakMap(),
      others: others.map(({ named, ...rest }) => {
        const vectors = vectorsOf(named.map(({ label }) => label));
        return { ...rest, named: named.map(({ place }, i) => ({ place, vector: vectors[i]! })) };
      }),
    };
  }

  #isAsked(settings: VisionSettings): boolean {
    const now = this.#asked.settings;
    const keys = ["labels", "others", "wording", "question"] as const; // The temperature is none of the text tower's.
    return keys.every((key) => settings[key] === now[key]);
  }
}

const named = (language: string, names: readonly string[]) =>
  names.flatMap((text, place) => (text === "" ? [] : [{ place, label: { text, language } }]));
