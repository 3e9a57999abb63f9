import { collected } from "../../../tests/collected";
import { expect, test } from "vitest";
import { streamOf } from "../../../tests/imported";
import { textPieces } from "./text-pieces";

const TEXT = "Grüße, 三 × ½ = 1½ 🍐\r\nend";
const read = async (bytes: Uint8Array, chunk?: number) =>
  (await collected(textPieces(streamOf(bytes, chunk)))).join("");
const utf8 = new TextEncoder().encode(TEXT);
const utf16 = (mark: number[], swap: boolean) => {
  const bytes = new Uint8Array(
    Uint16Array.from({ length: TEXT.length }, (_, i) => TEXT.charCodeAt(i)).buffer,
  );
  if (swap) for (let i = 0; i < bytes.length; i += 2) [bytes[i], bytes[i + 1]] = [bytes[i + 1]!, bytes[i]!];
  return Uint8Array.from([...mark, ...bytes]);
};

test.each([1, 2, 3, 7, 1000])("characters are not cut by chunks of %i bytes", async (chunk) => {
  expect(await read(utf8, chunk)).toBe(TEXT);
});

test.each([1, 2, 1000])(
  "a byte order mark is left out and says what follows, in chunks of %i",
  async (chunk) => {
    expect(await read(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]), chunk)).toBe(TEXT);
    expect(await read(utf16([0xff, 0xfe], false), chunk)).toBe(TEXT);
    expect(await read(utf16([0xfe, 0xff], true), chunk)).toBe(TEXT);
  },
);

test("nothing and a single byte are texts too", async () => {
  expect(await read(new Uint8Array(0))).toBe("");
  expect(await read(Uint8Array.from([0x41]))).toBe("A");
});

test("large chunks are taken apart", async () => {
  const pieces = await collected(textPieces(new Blob(["x".repeat(1_000_000)])));
  expect(pieces.join("")).toHaveLength(1_000_000);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(65_536);
});

test("a reader that stops early cancels the source", async () => {
  let cancelled = false;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(utf8),
    cancel: () => void (cancelled = true),
  });
  for await (const piece of textPieces(endless)) if (piece) break;
  expect(cancelled).toBe(true);
});
