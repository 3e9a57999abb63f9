import { EngineError } from "../../../workers/protocol";

/** Which token's vector stands for a text. */
export type Pooling = { rule: "first-eos"; eosId: number } | { rule: "highest-id" } | { rule: "last" };

/** A table of token embeddings in a file of its own; models/train/clip/table.py writes it. */
export interface TableLayout {
  /** In the model's folder. */
  path: string;
  rows: number;
  dim: number;
  dtype: "fp32" | "fp16" | "int8";
  /** Bytes from a row to the next. */
  stride: number;
}

/** What a text tower takes. */
export interface TextContract {
  /** Tokens, at most. */
  context: number;
  /** Undefined in folders from elsewhere: the tokenizer's then. */
  padId: number | undefined;
  /** Tokens see only those before them: what would fill a text up may be left away. */
  causal: boolean;
  /** With a table the graph takes `inputs_embeds` and `pool_index`; without, `input_ids`. */
  table?: { layout: TableLayout; pooling: Pooling };
}

interface TextJson {
  context: number;
  padId: number;
  causal: boolean;
  tokenEmbedding?: string;
  rows: number;
  dim: number;
  dtype: string;
  stride: number;
  pooling: string;
  eosId?: number;
}
interface ConfigJson {
  model_type?: string;
  text_config?: { max_position_embeddings?: number };
  quorum?: { text?: TextJson };
}

/** From config.json: our key where the folder has it, else what is known of the architecture. Throws "model-unsupported". */
export function readTextContract(config: ConfigJson): TextContract {
  const text = config.quorum?.text;
  if (!text) {
    const isSiglip = config.model_type?.startsWith("siglip") ?? false;
    const context = config.text_config?.max_position_embeddings ?? (isSiglip ? 64 : 77);
    return { context, padId: undefined, causal: !isSiglip };
  }
  const { context, padId, causal, tokenEmbedding: path } = text;
  if (path === undefined) return { context, padId, causal };
  return { context, padId, causal, table: { layout: layoutOf(text, path), pooling: poolingOf(text) } };
}

function layoutOf({ rows, dim, dtype, stride }: TextJson, path: string): TableLayout {
  if (dtype === "fp32" || dtype === "fp16" || dtype === "int8") return { path, rows, dim, dtype, stride };
  throw new EngineError(
    "model-unsupported",
    `The token embeddings are stored as ${dtype}, which Quorum cannot read.`,
  );
}

function poolingOf({ pooling, eosId }: TextJson): Pooling {
  if (pooling === "last" || pooling === "highest-id") return { rule: pooling };
  if (pooling === "first-eos" && eosId !== undefined) return { rule: "first-eos", eosId };
  throw new EngineError(
    "model-unsupported",
    `The model pools texts by "${pooling}", which Quorum does not know.`,
  );
}
