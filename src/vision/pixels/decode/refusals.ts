// What is wrong with a file, and the way out, in words for people.
import { VisionError } from "../../../../workers/protocol/vision-errors";
import type { PictureFormat } from "../headers/picture-header";
import { LONGEST_SIDE, MOST_BYTES, MOST_PIXELS } from "./limits";

const CHOOSE = "Choose a PNG, JPEG, WebP, GIF, BMP or AVIF file.";

export const unreadable = (name: string, reason: string) =>
  new VisionError(
    "picture-unreadable",
    `${name} could not be read (${reason}). Was it moved, renamed or changed? Choose it again.`,
  );

export const empty = (name: string) =>
  new VisionError("picture-empty", `${name} is empty: it has 0 bytes. ${CHOOSE}`);

export const unknown = (name: string) =>
  new VisionError(
    "picture-unknown",
    `${name} is not a picture that Quorum knows: it begins as none does. ${CHOOSE}`,
  );

export const truncated = (name: string, format: PictureFormat) =>
  new VisionError(
    "picture-truncated",
    `${name} is cut off: this ${format} ends before its picture does. Download or copy it again.`,
  );

export const damaged = (name: string, format: PictureFormat) =>
  new VisionError(
    "picture-damaged",
    `${name} begins as a ${format}, but this browser cannot decode it. It is damaged, or of a rare kind: open it in a picture editor and save it as PNG.`,
  );

export const tooManyBytes = (name: string, bytes: number) =>
  new VisionError(
    "picture-too-large",
    `${name} has ${count(bytes)} bytes; at most ${count(MOST_BYTES)} are read. Save it smaller.`,
  );

export const tooManyPixels = (name: string, width: number, height: number) =>
  new VisionError(
    "picture-too-large",
    `${name} is ${count(width)} × ${count(height)} pixels, ${megapixels(width * height)} megapixels; at most ${megapixels(MOST_PIXELS)} are decoded, and ${count(LONGEST_SIDE)} along a side. Save it smaller.`,
  );

const WAY_OUT: Record<PictureFormat, string> = {
  HEIC: "Save it as JPEG: Photos and Preview export one, and an iPhone writes them with Settings › Camera › Formats › Most Compatible. Safari can open it as it is.",
  TIFF: "Save it as PNG, or open this page in Safari.",
  AVIF: "Save it as PNG or JPEG, or use a newer browser.",
  SVG: "It is a drawing without pixels of its own: export it as PNG at the size you want.",
  PDF: "It is a document, not a picture: export the page you want as PNG, or take a screenshot of it.",
  WebP: "Save it as PNG or JPEG, or use a newer browser.",
  PNG: CHOOSE,
  JPEG: CHOOSE,
  GIF: CHOOSE,
  BMP: CHOOSE,
};

export const unsupported = (name: string, format: PictureFormat) =>
  new VisionError(
    "picture-unsupported",
    ["SVG", "PDF"].includes(format)
      ? `${name} is ${format}. ${WAY_OUT[format]}`
      : `${name} is ${format}, which this browser does not decode. ${WAY_OUT[format]}`,
  );

const count = (value: number) => value.toLocaleString("en");
const megapixels = (pixels: number) => Math.round(pixels / 1e6).toLocaleString("en");
