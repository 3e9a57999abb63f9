/** A file's bytes, and how many of them were read so far, told with each piece. */
export function countedBytes(file: Blob, tell: (bytes: number) => void): ReadableStream<Uint8Array> {
  let bytes = 0;
  const count = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array>({
    transform(piece, controller) {
      tell((bytes += piece.length));
      controller.enqueue(piece);
    },
  });
  return file.stream().pipeThrough(count);
}
