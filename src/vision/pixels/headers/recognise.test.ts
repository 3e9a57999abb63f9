import { expect, test } from "vitest";
import { recognise } from "./recognise";

const bytes = (content: string) => Uint8Array.from(content, (letter) => letter.charCodeAt(0));

test.each([
  ["PNG", "\x89PNG\r\n\x1a\n"],
  ["JPEG", "\xff\xd8\xff\xe0"],
  ["GIF", "GIF89a"],
  ["WebP", "RIFF\x10\0\0\0WEBPVP8L"],
  ["BMP", "BM\x10\0\0\0\0\0\0\0"],
  ["AVIF", "\0\0\0\x20ftypavif\0\0\0\0"],
  ["AVIF", "\0\0\0\x20ftypmif1\0\0\0\0mif1avifmiaf"],
  ["HEIC", "\0\0\0\x18ftypheic\0\0\0\0mif1heic"],
  ["HEIC", "\0\0\0\x18ftypmif1\0\0\0\0mif1heic"],
  ["TIFF", "II*\0"],
  ["TIFF", "MM\0*"],
  ["PDF", "%PDF-1.4"],
  ["SVG", "<svg xmlns='http://www.w3.org/2000/svg'>"],
  ["SVG", "\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a > comment -->\n<!DOCTYPE svg PUBLIC 'x'>\n<svg>"],
])("%s is known by its first bytes", (format, content) => {
  expect(recognise(bytes(content))).toBe(format);
});

test.each([
  "",
  "B",
  "BMW is no bitmap",
  "<!doctype html><svg>",
  "RIFF\0\0\0\0WAVE",
  "\0\0\0\x18ftypisom\0\0\0\0mp42",
])("%j is nothing", (content) => {
  expect(recognise(bytes(content))).toBeUndefined();
});
