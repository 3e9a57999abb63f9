import {
  LowercaseNormalizer,
  type Normalizer,
  PrecompiledNormalizer,
  type PreTokenizer,
  SequenceNormalizer,
  SequencePreTokenizer,
  StripNormalizer,
  WhitespaceSplitPreTokenizer,
} from "@huggingface/tokenizers";
import { applyCharsmap, readCharsmap } from "./charsmap";

// Where the tokenizers package for JavaScript does something else than the library which models are trained with. Its `\s` and `trim`
// take the byte order mark for white and "next line" for a character; in the library it is the other way round, as in Unicode.
const WORDS = /\P{White_Space}+/gu;
const WHITE_START = /^\p{White_Space}+/u;
const WHITE_END = /\p{White_Space}+$/u;

/** Changes a normalisation in place. */
export function correctNormalizer(normalizer: Normalizer | null): void {
  if (normalizer instanceof SequenceNormalizer) normalizer.normalizers.forEach(correctNormalizer);
  if (normalizer instanceof PrecompiledNormalizer) {
    const { precompiled_charsmap: base64 } = normalizer.config as { precompiled_charsmap?: string | null };
    if (!base64) return;
    const charsmap = readCharsmap(base64);
    normalizer.normalize = (text) => applyCharsmap(charsmap, text);
  }
  if (normalizer instanceof LowercaseNormalizer) {
    // One by one: JavaScript alone knows that a Greek word ends in another sigma.
    normalizer.normalize = (text) => Array.from(text, (character) => character.toLowerCase()).join("");
  }
  if (normalizer instanceof StripNormalizer) {
    const { strip_left, strip_right } = normalizer.config as { strip_left?: boolean; strip_right?: boolean };
    normalizer.normalize = (text) => {
      const left = strip_left ? text.replace(WHITE_START, "") : text;
      return strip_right ? left.replace(WHITE_END, "") : left;
    };
  }
}

/** Changes a split into words in place. */
export function correctPreTokenizer(preTokenizer: PreTokenizer | null): void {
  if (preTokenizer instanceof SequencePreTokenizer) preTokenizer.tokenizers.forEach(correctPreTokenizer);
  if (preTokenizer instanceof WhitespaceSplitPreTokenizer) {
    preTokenizer.pre_tokenize_text = (text) => text.match(WORDS) ?? [];
  }
}
