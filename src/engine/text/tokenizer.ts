import { Tokenizer } from "@huggingface/tokenizers";
import type { ChatMessage } from "../../../workers/protocol";
import type { TextStream } from "../language-model";
import { createChatTemplate, type TokenizerConfig } from "./chat-template";
import { createTextStream, type Decode } from "./text-stream";

/** A model's words: messages to tokens, tokens to text. */
export interface ChatTokenizer {
  tokenize(messages: readonly ChatMessage[]): number[];
  textStream(): TextStream;
}

/** From the parsed tokenizer.json and tokenizer_config.json, and the text of chat_template.jinja where there is one. */
export function createTokenizer(
  tokenizerJson: object,
  config: TokenizerConfig,
  chatTemplateFile?: string,
): ChatTokenizer {
  const tokenizer = new Tokenizer(tokenizerJson, config);
  const template = createChatTemplate(config, chatTemplateFile);
  // Special tokens such as <|im_end|> are no text; other added ones, such as <chunk>, are. Spaces stay as they are.
  const options = { skip_special_tokens: true, clean_up_tokenization_spaces: false };
  const decode = remember((tokens) => (tokens.length > 0 ? tokenizer.decode(tokens, options) : ""));

  return {
    // The template writes the special tokens itself.
    tokenize: (messages) => tokenizer.encode(template(messages), { add_special_tokens: false }).ids,
    textStream: () => createTextStream(decode),
  };
}

/** Samples of one question share most of their words, and looking a decoding up takes a tenth of the time. */
function remember(decode: Decode): Decode {
  const known = new Map<string, string>();
  return (tokens) => {
    const key = tokens.join();
    let text = known.get(key);
    if (text === undefined) {
      if (known.size >= 50_000) known.clear();
      text = decode(tokens);
      known.set(key, text);
    }
    return text;
  };
}
