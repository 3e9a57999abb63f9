import type { Orientation } from "./picture-header";

const ORIENTATION_TAG = 0x0112;

/** The directory of a TIFF structure that begins at `start`: its tags with where each value lies. */
export function readTags(view: DataView, start: number): { little: boolean; places: Map<number, number> } {
  const little = view.getUint16(start) === 0x4949;
  const directory = start + view.getUint32(start + 4, little);
  const count = view.getUint16(directory, little);
  const places = new Map<number, number>();
  for (let entry = 0; entry < count; entry++) {
    const at = directory + 2 + 12 * entry;
    places.set(view.getUint16(at, little), at);
  }
  return { little, places };
}

/** A tag's first number, of 16 or 32 bits. Throws RangeError where the file ends before it. */
export function readTag(view: DataView, at: number, little: boolean): number {
  const [type, count] = [view.getUint16(at + 2, little), view.getUint32(at + 4, little)];
  const bytes = type === 3 ? 2 : 4;
  const place = count * bytes > 4 ? view.getUint32(at + 8, little) : at + 8;
  return type === 3 ? view.getUint16(place, little) : view.getUint32(place, little);
}

/** 1 where the block says nothing, or nothing sensible: a broken note must not cost the picture. */
export function readOrientation(view: DataView, start: number): Orientation {
  try {
    const { little, places } = readTags(view, start);
    const at = places.get(ORIENTATION_TAG);
    const value = at === undefined ? 1 : readTag(view, at, little);
    return value >= 1 && value <= 8 ? (value as Orientation) : 1;
  } catch (error) {
    if (error instanceof RangeError) return 1;
    throw error;
  }
}
