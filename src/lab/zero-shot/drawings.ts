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

/** Two shapes beside each other, whatever their colours are, and each pair once in two colours either way round. */
const SCENES = SHAPES.flatMap((left, i) =>
  SHAPES.flatMap((right, j) => {
    if (i === j) return [];
    const [one, other] = [COLOURS[(3 * i + j) % COLOURS.length]!, COLOURS[(i + 2 * j + 1) % COLOURS.length]!];
    const coloured = drawing(`scene=${one}-${left},${other}-${right}`, one, left, other, right);
    return i < j ? [drawing(`scene=${left},${right}`, left, right), coloured] : [coloured];
  }),
);

/** Colours, counts, places and textures of shapes, scenes of two, and digits: every combination that has a caption. */
export const DRAWINGS: readonly Drawing[] = [
  ...SHAPES.flatMap((shape) => [
    ...COLOURS.map((colour) => drawing(`shape=${shape} colour=${colour}`, colour, shape)),
    ...[2, 3, 4].map((count) => drawing(`shape=${shape} count=${count}`, `${count}×`, shape)),
    ...PLACES.map((place) => drawing(`shape=${shape} place=${place}`, shape, place)),
    ...TEXTURES.map((texture) => drawing(`shape=${shape} texture=${texture}`, shape, texture)),
  ]),
  ...SCENES,
  ...Array.from({ length: 10 }, (_, digit) => drawing(`digit=${digit}`, String(digit))),
];
