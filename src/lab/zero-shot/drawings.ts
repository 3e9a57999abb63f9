import { COLOURS, PLACES, SHAPES, TEXTURES, wordIn } from "./drawing-words";

/** A generated drawing's concept, as the drawer reads it, and its caption by language. */
export interface Drawing {
  /** "draw shape=circle colour=red": what models/train/encoder/drawings.py draws; what is not said is drawn at random. */
  concept: string;
  caption(language: string): string;
}

const drawing = (concept: string, ...words: string[]): Drawing => ({
  concept: `draw ${concept}`,
  // Base forms with nothing between them need no grammar: the same words in the same order in every language.
  caption: (language) =>
    words.map((word) => (/^[\d×]+$/.test(word) ? word : wordIn(language, word))).join(" "),
});

/** Colours, counts, places and textures of shapes, and digits: every combination that has a caption. */
export const DRAWINGS: readonly Drawing[] = [
  ...SHAPES.flatMap((shape) => [
    ...COLOURS.map((colour) => drawing(`shape=${shape} colour=${colour}`, colour, shape)),
    ...[2, 3, 4].map((count) => drawing(`shape=${shape} count=${count}`, `${count}×`, shape)),
    ...PLACES.map((place) => drawing(`shape=${shape} place=${place}`, shape, place)),
    ...TEXTURES.map((texture) => drawing(`shape=${shape} texture=${texture}`, shape, texture)),
  ]),
  ...Array.from({ length: 10 }, (_, digit) => drawing(`digit=${digit}`, String(digit))),
];
