import { PbfReader, PbfWriter } from "pbf";

/** A protobuf message with other strings in some of its fields, and all else as it was. */
export function withStrings(
  message: Uint8Array,
  fields: readonly number[],
  change: (text: string) => string,
): Uint8Array {
  const reader = new PbfReader(message);
  const parts: Uint8Array[] = [];
  for (let start = 0; reader.pos < message.length; start = reader.pos) {
    const key = reader.readVarint();
    const field = key >> 3;
    if (fields.includes(field)) {
      const writer = new PbfWriter();
      writer.writeStringField(field, change(reader.readString()));
      parts.push(writer.finish());
    } else {
      reader.skip(key);
      parts.push(message.subarray(start, reader.pos));
    }
  }
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
