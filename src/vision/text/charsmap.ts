/**
 * The `Precompiled` normalisation of a tokenizer.json: sentencepiece's table of what replaces what. The tokenizers package for JavaScript
 * does NFKC in its place, which differs where the table is older than the browser, or says otherwise.
 *
 * In the table: the length of a trie in bytes, the trie as a double array of 32-bit units, and what replaces, each ended by a zero.
 */
export interface Charsmap {
  units: Uint32Array;
  replacements: Uint8Array;
}

/** What a cluster of characters is replaced by as a whole must be shorter, in bytes of UTF-8. */
const WHOLE_CLUSTER_BYTES = 6;

const utf8 = new TextEncoder();
const text = new TextDecoder("utf-8", { ignoreBOM: true });
const clusters = new Intl.Segmenter("en", { granularity: "grapheme" });

/** From base64, as it stands in tokenizer.json. Throws RangeError where it is cut short. */
export function readCharsmap(base64: string): Charsmap {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  const units = Uint32Array.from({ length: view.getUint32(0, true) / 4 }, (_, i) =>
    view.getUint32(4 + 4 * i, true),
  );
  return { units, replacements: bytes.subarray(4 + 4 * units.length) };
}

/**
 * As the tokenizers library does it, peculiarities included, since models were trained with it: a short cluster whose
 * beginning is in the table is replaced as a whole, so that a mark behind that beginning is lost.
 */
export function applyCharsmap(charsmap: Charsmap, source: string): string {
  let result = "";
  for (const { segment } of clusters.segment(source)) {
    const bytes = utf8.encode(segment);
    const whole = bytes.length < WHOLE_CLUSTER_BYTES ? replacementOf(charsmap, bytes) : undefined;
    if (whole !== undefined) result += whole;
    else
      for (const character of segment) result += replacementOf(charsmap, utf8.encode(character)) ?? character;
  }
  return result;
}

/** What replaces the shortest beginning of `bytes` that is in the table; undefined where none is. */
function replacementOf({ units, replacements }: Charsmap, bytes: Uint8Array): string | undefined {
  let at = offsetOf(units[0]!);
  for (const byte of bytes) {
    if (byte === 0) return undefined; // Ends a key.
    at ^= byte;
    const unit = units[at];
    if (unit === undefined || (unit & 0x8000_00ff) !== byte) return undefined;
    at ^= offsetOf(unit);
    if (unit & 0x100) {
      const start = units[at]! & 0x7fff_ffff;
      return text.decode(replacements.subarray(start, replacements.indexOf(0, start)));
    }
  }
  return undefined;
}

/** Where the children of a unit begin, relative to it. */
function offsetOf(unit: number): number {
  return (unit >>> 10) << ((unit & 0x200) >>> 6);
}
