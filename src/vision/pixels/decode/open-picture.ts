import type { PictureFormat, PictureHeader, PixelFormat } from "../headers/picture-header";
import { readHeader } from "../headers/read-header";
import { recognise } from "../headers/recognise";
import { openBitmap } from "./bitmap-picture";
import { LONGEST_SIDE, MOST_BYTES, MOST_PIXELS } from "./limits";
import { notesOn } from "./notes";
import type { Picture } from "./picture";
import * as refusals from "./refusals";
import { withoutTurn } from "./without-turn";

export interface OpenPicture extends Picture {
  format: PictureFormat;
  /** What was done to it that one might not expect, one sentence each. */
  notes: string[];
}

/** Of these a browser may have no decoder at all. */
const RARE: readonly PictureFormat[] = ["AVIF", "HEIC", "TIFF", "WebP"];

/** Most browsers decode none of these, so that what is unusual in their headers is not worth telling apart. */
const OTHER: readonly PictureFormat[] = ["HEIC", "TIFF"];

/** Decodes a file. Throws a VisionError that says what is wrong with it; one that is too large is refused before it is decoded. */
export async function openPicture(file: Blob): Promise<OpenPicture> {
  const name = nameOf(file);
  const bytes = await readWhole(file, name);
  const format = recognise(bytes);
  if (!format) throw refusals.unknown(name);
  if (format === "SVG" || format === "PDF") throw refusals.unsupported(name, format);

  const header = checkHeader(name, format, bytes);
  const picture = await decode(name, withoutTurn(bytes, format, header), format, header);
  return { ...picture, format, notes: notesOn(header) };
}

async function readWhole(file: Blob, name: string): Promise<Uint8Array<ArrayBuffer>> {
  if (file.size === 0) throw refusals.empty(name);
  if (file.size > MOST_BYTES) throw refusals.tooManyBytes(name, file.size);
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw refusals.unreadable(name, error instanceof Error ? error.message : String(error));
  }
}

function checkHeader(name: string, format: PixelFormat, bytes: Uint8Array): PictureHeader {
  const header = readHeader(format, bytes);
  const isRead = typeof header === "object";
  if (!isRead && OTHER.includes(format)) throw refusals.unsupported(name, format);
  if (header === "cut off") throw refusals.truncated(name, format);
  if (!header) throw refusals.damaged(name, format);
  const { width, height, truncated } = header;
  if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
    throw refusals.tooManyPixels(name, width, height);
  }
  if (truncated) throw refusals.truncated(name, format);
  return header;
}

async function decode(
  name: string,
  file: Blob,
  format: PixelFormat,
  header: PictureHeader,
): Promise<Picture> {
  try {
    return await openBitmap(file, header.orientation);
  } catch {
    const known = !RARE.includes(format) || (await decodes(file.type));
    throw known ? refusals.damaged(name, format) : refusals.unsupported(name, format);
  }
}

/** Whether the browser says that it decodes the type. Where it does not say, it is taken not to. */
async function decodes(type: string): Promise<boolean> {
  return "ImageDecoder" in globalThis && (await ImageDecoder.isTypeSupported(type));
}

function nameOf(file: Blob): string {
  return file instanceof File && file.name ? `"${file.name}"` : "The picture";
}
