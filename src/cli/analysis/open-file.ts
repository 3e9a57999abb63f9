import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import type { ByteSource } from "../../lab/imports/text-pieces";

/** Gives a file's bytes from the beginning each time it is called. Throws RangeError where there is no file to read. */
export async function fileSource(path: string): Promise<() => ByteSource> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new RangeError(`--file: there is no ${path} (looked for ${resolve(path)})`);
  if (found.isDirectory())
    throw new RangeError(`--file: ${path} is a folder; name a .jsonl or .csv file in it`);
  if (found.size === 0) throw new RangeError(`--file: ${path} is empty`);
  return () =>
    Readable.toWeb(createReadStream(path, { highWaterMark: 1 << 18 })) as ReadableStream<Uint8Array>;
}
