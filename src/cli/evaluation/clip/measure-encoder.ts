import { seededRandom } from "../../../lab/random";
import { bestLabel } from "../../../lab/zero-shot/classify";
import { LANGUAGES } from "../../../lab/zero-shot/languages";
import type { Encoder } from "../../../vision/encoder";
import { resample } from "../../../vision/pixels/resize/resample";
import { toNumbers } from "../../../vision/pixels/to-numbers";
import { testGlyph } from "./rasterise";
import { conceptsOf, drawLabels, type Kind, type Names } from "./test-set";

/** Labels among which one is chosen. */
export const WAYS = 100;

/** Pictures of one kind named in one language. */
export interface Tally {
  right: number;
  of: number;
}

/** By language; languages with too few concepts of the kind are absent. */
export type Tallies = Record<string, Tally>;
export type Measured = Record<Kind, Tallies>;

/** Each picture of the test's design, as the encoder sees it. */
export async function embedGlyphs(encoder: Encoder, names: Names): Promise<Map<string, Float32Array>> {
  const pictures = new Map<string, Float32Array>();
  for (const concept of names.get("en")!.keys()) {
    const glyph = await testGlyph(concept);
    if (!glyph) continue;
    const { pixels, width, height } = glyph;
    const read = (part: { left: number; top: number; width: number; height: number }) =>
      Promise.resolve(cut(pixels, width, part));
    const rgb = await resample({ width, height, read, close() {} }, encoder.processor);
    const [embedding] = await encoder.embedPixels(toNumbers(rgb, encoder.processor), 1);
    pictures.set(concept, embedding!);
  }
  return pictures;
}

function cut(
  pixels: Uint8Array,
  across: number,
  { left, top, width, height }: { left: number; top: number; width: number; height: number },
): Uint8ClampedArray<ArrayBuffer> {
  const part = new Uint8ClampedArray(width * height * 4);
  for (let row = 0; row < height; row++) {
    const from = ((top + row) * across + left) * 4;
    part.set(pixels.subarray(from, from + width * 4), row * width * 4);
  }
  return part;
}

/** `draws` times a hundred labels for each language and kind, every picture of which is named. */
export async function measureEncoder(
  encoder: Encoder,
  names: Names,
  { draws, seed }: { draws: number; seed: number },
  tell: (language: string) => void,
): Promise<Measured> {
  const pictures = await embedGlyphs(encoder, names);
  const pictured = new Set(pictures.keys());
  const measured: Measured = { train: {}, "unseen-concept": {}, "unseen-language": {} };
  for (const { code } of LANGUAGES) {
    const named = names.get(code)!;
    const concepts = [...named.keys()].filter((concept) => pictured.has(concept));
    const embedded = await encoder.embedTexts(
      concepts.map((concept) => named.get(concept)!),
      new AbortController().signal,
    );
    const texts = new Map(concepts.map((concept, i) => [concept, embedded[i]!.embedding]));
    for (const kind of ["train", "unseen-concept", "unseen-language"] as const) {
      const tally = tallyOf(kind, code);
      if (tally) measured[kind][code] = tally;
    }
    tell(code);

    function tallyOf(kind: Kind, language: string): Tally | undefined {
      const tally: Tally = { right: 0, of: 0 };
      const choice = conceptsOf(names, pictured, language, kind);
      for (let draw = 0; draw < draws; draw++) {
        const random = seededRandom("labels", seed, kind, language, draw);
        const labels = drawLabels(random, choice, (concept) => named.get(concept)!, WAYS);
        if (!labels) return undefined;
        const vectors = labels.map((concept) => texts.get(concept)!);
        tally.right += labels.filter((concept, i) => bestLabel(pictures.get(concept)!, vectors) === i).length;
        tally.of += WAYS;
      }
      return tally;
    }
  }
  return measured;
}
