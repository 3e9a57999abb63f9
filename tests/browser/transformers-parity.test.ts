import { expect, test } from "vitest";
import { pocketPolicy } from "../../models/pocket-policy";
import { load, POCKET } from "./models";
import { questions } from "./questions";
import { record } from "./record";

const MAX_TOKENS = 256;

/** The library as its users have it: its own loop, its own build of the runtime, the same files. */
async function openInLibrary() {
  const { AutoModelForCausalLM, AutoTokenizer, env } = await import("@huggingface/transformers");
  env.allowLocalModels = true;
  env.allowRemoteModels = false;
  env.localModelPath = "/";
  env.useBrowserCache = false;
  const dist = new URL("/node_modules/onnxruntime-web/dist/", location.origin).href;
  env.backends.onnx.wasm!.wasmPaths = dist;
  env.backends.onnx.wasm!.numThreads = 1;
  const tokenizer = await AutoTokenizer.from_pretrained(pocketPolicy.folder);
  const model = await AutoModelForCausalLM.from_pretrained(pocketPolicy.folder, {
    device: "wasm",
    dtype: "fp32",
  });
  return { tokenizer, model };
}

test("greedy tokens equal those of transformers.js for 50 prompts", async () => {
  const { model } = await load(POCKET, "wasm");
  const library = await openInLibrary();
  const differing = [];
  for (const question of questions(50)) {
    const inputs = library.tokenizer.apply_chat_template([{ role: "user", content: question }], {
      add_generation_prompt: true,
      return_dict: true,
    }) as { input_ids: { data: BigInt64Array; dims: number[] } };
    const output = (await library.model.generate({
      ...inputs,
      do_sample: false,
      max_new_tokens: MAX_TOKENS,
    })) as { data: BigInt64Array };
    const prompt = Array.from(inputs.input_ids.data, Number);
    expect(model.tokenize([{ role: "user", content: question }])).toEqual(prompt);
    const expected = Array.from(output.data, Number).slice(prompt.length);
    const sampling = { temperature: 0, maxTokens: MAX_TOKENS };
    const [ours] = await record(model, { question, samples: 1, sampling });
    if (ours!.tokens.join() !== expected.join()) differing.push({ question, ours: ours!.tokens, expected });
  }
  expect(differing).toEqual([]);
});
