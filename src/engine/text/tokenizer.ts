import { Tokenizer } from "@huggingface/tokenizers";
import type { ChatMessage } from "../../../workers/protocol";
import type { TextStream } from "../language-model";
import { createChatTemplate, type TokenizerConfig } from "./chat-template";
import { createTextStream } from "./text-stream";

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
  const decode = (tokens: number[]) => (tokens.length > 0 ? tokenizer.decode(tokens, options) : "");

  return {
    // The template writes the special tokens itself.
    tokenize: (messages) => tokenizer.encode(template(messages), { add_special_tokens: false }).ids,
    textStream: () => createTextStream(decode),
  };
}
