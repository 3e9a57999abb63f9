import type { TextStream } from "../language-model";

/** Decodes several tokens at once, as the tokenizer does. */
export type Decode = (tokens: number[]) => string;

/** What a decoder shows for bytes that are no character, at the end: the rest of it may be in the next token. */
const INCOMPLETE = "\ufffd";

/**
 * A token's text depends on its neighbours: a character may be spread over tokens, and some decoders drop a leading
 * space. So each token is decoded together with those since the last whole character but one.
 */
export function createTextStream(decode: Decode): TextStream {
  let context: number[] = []; // Already told, decoded again only for what it does to the text behind it.
  let pending: number[] = []; // Not told yet.

  const read = () => decode(context.concat(pending)).slice(decode(context).length);

  return {
    push(token) {
      pending.push(token);
      const text = read();
      if (text === "" || text.endsWith(INCOMPLETE)) return "";
      context = pending;
      pending = [];
      return text;
    },

    flush() {
      const text = read();
      pending = [];
      return text;
    },
  };
}
