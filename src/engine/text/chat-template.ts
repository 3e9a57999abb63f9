import { Template } from "@huggingface/jinja";
import { EngineError, type ChatMessage } from "../../../workers/protocol";

/** A special token stands in tokenizer_config.json as its text, or as an object that holds it. */
type SpecialToken = string | { content: string } | null;

export interface TokenizerConfig {
  chat_template?: string | { name: string; template: string }[];
  bos_token?: SpecialToken;
  eos_token?: SpecialToken;
  pad_token?: SpecialToken;
  unk_token?: SpecialToken;
}

/** Writes messages as the model was trained to read them, ending where its answer begins. */
export type ChatTemplate = (messages: readonly ChatMessage[]) => string;

/** `file` is the content of chat_template.jinja, which newer exports have in place of the entry in tokenizer_config.json. */
export function createChatTemplate(config: TokenizerConfig, file: string | undefined): ChatTemplate {
  const source = file ?? defaultTemplate(config);
  if (source === undefined) {
    throw new EngineError(
      "model-incomplete",
      "The model has no chat template, neither in tokenizer_config.json nor as chat_template.jinja, so it cannot be asked a question. Take an instruction-tuned version of it.",
    );
  }
  const template = new Template(source);
  const tokens = {
    bos_token: textOf(config.bos_token),
    eos_token: textOf(config.eos_token),
    pad_token: textOf(config.pad_token),
    unk_token: textOf(config.unk_token),
  };
  return (messages) => template.render({ messages: [...messages], add_generation_prompt: true, ...tokens });
}

function defaultTemplate({ chat_template: template }: TokenizerConfig): string | undefined {
  if (!Array.isArray(template)) return template;
  return (template.find(({ name }) => name === "default") ?? template[0])?.template;
}

function textOf(token: SpecialToken | undefined): string {
  return (typeof token === "string" ? token : token?.content) ?? "";
}
