import { Tokenizer } from "@huggingface/tokenizers";
import { correctNormalizer, correctPreTokenizer } from "./corrections";
import { Unigram } from "./unigram";

/** The tokens of labels and captions, by the rules of a tokenizer.json. */
export interface LabelTokenizer {
  /** With what begins and ends a text, at most `longest` in all: words are left out at the end, its mark is not. */
  encode(text: string, longest: number): number[];
  /** Undefined where tokenizer_config.json names none. */
  padId: number | undefined;
}

interface TokenizerJson {
  model: {
    type?: string;
    vocab: [string, number][];
    unk_id?: number;
    byte_fallback?: boolean;
  };
}
type PadToken = string | { content: string } | null;

/** From the parsed tokenizer.json and tokenizer_config.json. Throws what the tokenizers package throws for kinds it does not know. */
export function createLabelTokenizer(json: object, config: { pad_token?: PadToken }): LabelTokenizer {
  const tokenizer = isUnigram(json) ? openUnigram(json, config) : new Tokenizer(json, config);
  correctNormalizer(tokenizer.normalizer);
  correctPreTokenizer(tokenizer.pre_tokenizer);
  const pad = typeof config.pad_token === "string" ? config.pad_token : config.pad_token?.content;

  return {
    padId: pad === undefined ? undefined : tokenizer.token_to_id(pad),
    encode(text, longest) {
      const { ids } = tokenizer.encode(text);
      if (ids.length <= longest) return ids;
      const words = tokenizer.encode(text, { add_special_tokens: false }).ids;
      const end = endBehind(ids, words);
      return [...ids.slice(0, longest - end.length), ...end];
    },
  };
}

function isUnigram(json: object): json is TokenizerJson {
  const { model } = json as { model?: { type?: string; vocab?: unknown } };
  return model?.type === "Unigram" || Array.isArray(model?.vocab);
}

/** The package's tokenizer with our own pieces: given only the unknown one, it builds no trie. */
function openUnigram(json: TokenizerJson, config: object): Tokenizer {
  const { vocab, unk_id = 0, byte_fallback = false } = json.model;
  const tokenizer = new Tokenizer(
    { ...json, model: { ...json.model, type: "Unigram", vocab: [vocab[unk_id]], unk_id: 0 } },
    config,
  );
  const unigram = new Unigram(vocab, byte_fallback);
  Object.assign(tokenizer.model!, {
    tokens_to_ids: unigram.ids,
    unk_token_id: unk_id,
    fuse_unk: false, // Done, within a word; the package would go on over the next.
    encode: (words: string[]) => words.flatMap((word) => unigram.cut(word)),
  });
  return tokenizer;
}

/** The special tokens behind the words. */
function endBehind(ids: readonly number[], words: readonly number[]): number[] {
  const added = ids.length - words.length;
  for (let before = 0; before < added; before++) {
    if (words.every((id, i) => ids[before + i] === id)) return ids.slice(before + words.length);
  }
  return [];
}
