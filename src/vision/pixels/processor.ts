import type { Filter } from "./resize/filters";

/** Red, green and blue. */
export type Channels = [number, number, number];

/** What a model wants done to a picture, in this order: resize, centre crop, rescale, normalise. */
export interface Processor {
  /** Absent where the picture keeps its size. */
  resize?: { filter: Filter } & (
    | { /** The shorter side's new length; the longer keeps the proportion. */ shortestEdge: number }
    | { width: number; height: number }
  );
  /** In pixels. Where the resized picture is larger, its middle is kept; where it is smaller, black is around it. */
  output: { width: number; height: number };
  /** What a byte is multiplied by. */
  rescale: number;
  /** Then the mean is taken away, and the rest divided by the deviation. */
  mean: Channels;
  deviation: Channels;
}
