import { pocketPolicy } from "../../models/pocket-policy";
import { NEW_TOKENS } from "./ours";

/** transformers.js on the same file. Writes `rows` answers to the prompt, greedily, in one batch. */
export async function openLibrary(): Promise<(prompt: number[], rows: number) => Promise<number[][]>> {
  const { AutoModelForCausalLM, env, Tensor } = await import("@huggingface/transformers");
  env.allowLocalModels = true;
  env.allowRemoteModels = false;
  env.localModelPath = "/";
  env.useBrowserCache = false;
  env.useWasmCache = false;
  const model = await AutoModelForCausalLM.from_pretrained(`/${pocketPolicy.folder}`, {
    dtype: "fp32",
    device: "auto",
    session_options: { executionProviders: ["wasm"] },
  });

  return async (prompt, rows) => {
    const dims = [rows, prompt.length];
    const ids = BigInt64Array.from({ length: rows * prompt.length }, (_, at) =>
      BigInt(prompt[at % prompt.length]!),
    );
    const output = (await model.generate({
      input_ids: new Tensor("int64", ids, dims),
      attention_mask: new Tensor("int64", new BigInt64Array(ids.length).fill(1n), dims),
      do_sample: false,
      min_new_tokens: NEW_TOKENS, // No end of text before that.
      max_new_tokens: NEW_TOKENS,
    })) as { data: BigInt64Array };
    const all = Array.from(output.data, Number);
    const width = all.length / rows;
    return Array.from({ length: rows }, (_, row) =>
      all.slice(row * width + prompt.length, (row + 1) * width),
    );
  };
}
