import { EngineError } from "../../workers/protocol";

/** What the engine needs from config.json and generation_config.json. */
export interface ModelConfig {
  /** `model_type`: llama, qwen3 … */
  architecture: string;
  layers: number;
  contextLength: number;
  vocabularySize: number;
  stopTokens: number[];
}

/** The fields as the hub's files have them; all of them may be absent. */
export interface ConfigJson {
  model_type?: string;
  num_hidden_layers?: number;
  max_position_embeddings?: number;
  vocab_size?: number;
  eos_token_id?: number | number[] | null;
}

/** generation_config.json may list more stop tokens than config.json, and counts where both name some. */
export function readConfig(
  config: ConfigJson,
  generationConfig: Pick<ConfigJson, "eos_token_id"> = {},
): ModelConfig {
  const stop = generationConfig.eos_token_id ?? config.eos_token_id ?? [];
  return {
    architecture: config.model_type ?? "unknown",
    layers: required(config, "num_hidden_layers"),
    contextLength: required(config, "max_position_embeddings"),
    vocabularySize: required(config, "vocab_size"),
    stopTokens: Array.isArray(stop) ? stop : [stop],
  };
}

function required(
  config: ConfigJson,
  field: "num_hidden_layers" | "max_position_embeddings" | "vocab_size",
): number {
  const value = config[field];
  if (typeof value === "number") return value;
  throw new EngineError(
    "model-unsupported",
    `config.json has no number "${field}". Quorum runs text decoders of the Llama or Qwen3 family.`,
  );
}
