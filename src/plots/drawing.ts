/** A value in a picture that can be pointed at, walked to and opened. Places are pixels of the picture. */
export interface Reading {
  /** The same value has the same key in the next drawing. */
  key: string;
  /** Which line of the picture it is on: arrow keys walk along lines and between them. */
  row: number;
  /** Its middle. */
  x: number;
  y: number;
  /** Of a bar; a point has none. */
  size?: { width: number; height: number };
  /** "Majority vote, 16 samples, 640 tokens per problem". */
  what: string;
  /** "68.2 % [64.0, 72.1]". */
  value: string;
  /** What the problems behind it have in common, where that is not what it says itself. */
  opens?: string;
  /** Their numbers, in the order to read them. */
  problems: () => readonly number[];
}

export interface Drawing {
  svg: SVGSVGElement;
  /** The figure in a few words, and in sentences for those who do not see it. */
  title: string;
  description: string;
  readings: readonly Reading[];
}
