import { EngineError } from "../../../workers/protocol";
import type { TokenizerConfig } from "../text/chat-template";
import { type ChatTokenizer, createTokenizer } from "../text/tokenizer";
import { type ConfigJson, type ModelConfig, readConfig } from "../model-config";
import type { FileEntry, ModelFiles } from "./model-files";

const REQUIRED = ["config.json", "tokenizer.json", "tokenizer_config.json"];
const OPTIONAL = ["generation_config.json", "chat_template.jinja"];

/** The small files beside the graph. */
export function listTextFiles(files: ModelFiles): FileEntry[] {
  const missing = REQUIRED.filter((path) => !files.find(path));
  if (missing.length > 0)
    throw new EngineError("model-incomplete", `The model lacks ${missing.join(" and ")}.`);
  return [...REQUIRED, ...OPTIONAL].flatMap((path) => files.find(path) ?? []);
}

export function readTextFiles(contents: ReadonlyMap<string, Uint8Array>): {
  config: ModelConfig;
  tokenizer: ChatTokenizer;
} {
  const read = (path: string) => {
    const bytes = contents.get(path);
    return bytes && new TextDecoder().decode(bytes);
  };
  const config = parse("config.json", read) as ConfigJson;
  const generationConfig = parse("generation_config.json", read) as ConfigJson | undefined;
  const tokenizer = parse("tokenizer.json", read) as object;
  const tokenizerConfig = parse("tokenizer_config.json", read) as TokenizerConfig;
  return {
    config: readConfig(config, generationConfig),
    tokenizer: openTokenizer(tokenizer, tokenizerConfig, read("chat_template.jinja")),
  };
}

function openTokenizer(...files: Parameters<typeof createTokenizer>): ChatTokenizer {
  try {
    return createTokenizer(...files);
  } catch (error) {
    if (error instanceof EngineError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new EngineError("model-unsupported", `Quorum cannot read this model's tokenizer: ${reason}`);
  }
}

function parse(path: string, read: (path: string) => string | undefined): unknown {
  const source = read(path);
  try {
    return source === undefined ? undefined : JSON.parse(source);
  } catch {
    throw new EngineError(
      "model-corrupt",
      `${path} is not valid JSON, so the model was not used. Fetch it again.`,
    );
  }
}
