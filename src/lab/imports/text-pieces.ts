export type ByteSource = Blob | ReadableStream<Uint8Array>;

/** Small enough to be decoded and split in well under a millisecond. */
const PIECE_BYTES = 1 << 16;

/**
 * The text of a file, piece by piece: UTF-8, or UTF-16 where a byte order mark says so; the mark is left out. A character
 * may not be cut by a piece, and bytes that are no character become U+FFFD. The source is cancelled when the reader stops early.
 */
export async function* textPieces(source: ByteSource): AsyncGenerator<string> {
  const reader = (source instanceof Blob ? source.stream() : source).getReader();
  let decoder: TextDecoder | undefined;
  let head: Uint8Array = new Uint8Array(0);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const bytes = decoder ? value : join(head, value);
      if (!decoder && bytes.length < 2) {
        head = bytes;
        continue;
      }
      decoder ??= new TextDecoder(encodingOf(bytes));
      for (let at = 0; at < bytes.length; at += PIECE_BYTES)
        yield decoder.decode(bytes.subarray(at, at + PIECE_BYTES), { stream: true });
    }
    yield decoder ? decoder.decode() : new TextDecoder().decode(head);
  } finally {
    await reader.cancel();
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

/** A first chunk of one byte does not tell the encoding. */
function join(head: Uint8Array, rest: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(head.length + rest.length);
  bytes.set(head);
  bytes.set(rest, head.length);
  return bytes;
}
