// The fields of preprocessor_config.json, each read and checked in one place.
import { VisionError } from "../../../workers/protocol/vision-errors";
import type { Channels } from "./processor";
import type { Filter } from "./resize/filters";

export type Fields = Record<string, unknown>;

/** By Pillow's numbers. */
const FILTERS: Record<string, Filter> = { 2: "bilinear", 3: "bicubic" };
const LARGEST_SIDE = 2048;

export const read = {
  filter({ resample }: Fields): Filter {
    const filter = FILTERS[String(resample)];
    if (filter) return filter;
    throw unsupported("resample", resample, "2 (bilinear) or 3 (bicubic)");
  },

  /** Old files give one number, which is the shortest edge. */
  size({ size }: Fields): { shortestEdge: number } | { width: number; height: number } {
    const edge = isSide(size) ? size : only(size, ["shortest_edge"])?.shortest_edge;
    if (isSide(edge)) return { shortestEdge: edge };
    return box("size", size, `{"shortest_edge": n} or {"height": n, "width": n}`);
  },

  /** Old files give one number, which is both sides. */
  crop({ crop_size }: Fields): { width: number; height: number } {
    if (isSide(crop_size)) return { width: crop_size, height: crop_size };
    return box("crop_size", crop_size, `n or {"height": n, "width": n}`);
  },

  rescale({ rescale_factor }: Fields): number {
    const factor = rescale_factor ?? 1 / 255;
    if (typeof factor === "number" && Number.isFinite(factor)) return factor;
    throw unsupported("rescale_factor", rescale_factor, "a number");
  },

  /** One number stands for all three. */
  channels(fields: Fields, name: "image_mean" | "image_std"): Channels {
    const value = fields[name];
    const list: unknown[] = Array.isArray(value) ? value : [value, value, value];
    if (list.length === 3 && list.every((item) => typeof item === "number" && Number.isFinite(item))) {
      return list as Channels;
    }
    throw unsupported(name, value, "three numbers");
  },

  deviation(fields: Fields): Channels {
    const deviation = read.channels(fields, "image_std");
    if (deviation.every((value) => value > 0)) return deviation;
    throw unsupported("image_std", deviation, "three numbers above 0");
  },
};

function box(name: string, value: unknown, expected: string): { width: number; height: number } {
  const sides = only(value, ["height", "width"]);
  if (sides && isSide(sides.height) && isSide(sides.width))
    return { width: sides.width, height: sides.height };
  throw unsupported(name, value, `${expected}, n from 1 to ${LARGEST_SIDE}`);
}

/** The value, if it is an object with these fields and no others. */
function only(value: unknown, names: string[]): Fields | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const keys = Object.keys(value).filter((key) => (value as Fields)[key] !== null);
  return keys.sort().join() === names.join() ? (value as Fields) : undefined;
}

function isSide(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= LARGEST_SIDE;
}

function unsupported(name: string, value: unknown, expected: string): VisionError {
  return new VisionError(
    "processor-unsupported",
    `preprocessor_config.json has ${name} ${JSON.stringify(value) ?? "not at all"}; Quorum takes ${expected}. Choose a model whose pictures are prepared as CLIP's or SigLIP's are.`,
  );
}
