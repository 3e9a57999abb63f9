// A tokenizer of 256 bytes and a few marks, small enough to think through by hand.
import type { TokenizerConfig } from "../src/engine/text/chat-template";
import { type ChatTokenizer, createTokenizer } from "../src/engine/text/tokenizer";

export const PAD = 256;
export const START = 257;
export const END = 258;
export const CHUNK = 259;

/** GPT-2's table: printable bytes stand for themselves, the others for code points from 256 on. */
function byteCharacters(): string[] {
  const printable = (byte: number) =>
    (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || (byte >= 174 && byte <= 255);
  let next = 256;
  return Array.from({ length: 256 }, (_, byte) => String.fromCharCode(printable(byte) ? byte : next++));
}

const mark = (id: number, content: string, special: boolean) => ({
  id,
  content,
  special,
  single_word: false,
  lstrip: false,
  rstrip: false,
  normalized: false,
});

export const TOKENIZER_JSON = {
  version: "1.0",
  added_tokens: [
    mark(PAD, "<|pad|>", true),
    mark(START, "<|im_start|>", true),
    mark(END, "<|im_end|>", true),
    mark(CHUNK, "<chunk>", false),
  ],
  normalizer: null,
  pre_tokenizer: { type: "ByteLevel", add_prefix_space: false, trim_offsets: true, use_regex: false },
  post_processor: null,
  decoder: { type: "ByteLevel", add_prefix_space: true, trim_offsets: true, use_regex: true },
  model: {
    type: "BPE",
    vocab: Object.fromEntries(byteCharacters().map((character, byte) => [character, byte])),
    merges: [],
    ignore_merges: false,
  },
};

export const TOKENIZER_CONFIG: TokenizerConfig = {
  eos_token: "<|im_end|>",
  chat_template:
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}",
};

export const byteTokenizer: ChatTokenizer = createTokenizer(TOKENIZER_JSON, TOKENIZER_CONFIG);

export const bytesOf = (text: string): number[] => [...new TextEncoder().encode(text)];
