import { expect, test } from "vitest";
import { TOKENIZER_CONFIG, TOKENIZER_JSON } from "../../../tests/byte-tokenizer";
import { errorCode } from "../../../workers/protocol";
import { readTextFiles } from "./text-files";

const CONFIG = { model_type: "llama", num_hidden_layers: 2, max_position_embeddings: 64, vocab_size: 260 };

function contents(changes: Record<string, unknown>): Map<string, Uint8Array> {
  const files: Record<string, unknown> = {
    "config.json": { ...CONFIG, eos_token_id: 7 },
    "tokenizer.json": TOKENIZER_JSON,
    "tokenizer_config.json": TOKENIZER_CONFIG,
    ...changes,
  };
  const encode = (value: unknown) =>
    new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
  return new Map(Object.entries(files).map(([path, value]) => [path, encode(value)]));
}

test("stop tokens come from generation_config.json, one or many, else from config.json", () => {
  const stopTokens = (changes: Record<string, unknown>) => readTextFiles(contents(changes)).config.stopTokens;
  expect(stopTokens({})).toEqual([7]);
  expect(stopTokens({ "generation_config.json": { eos_token_id: 8 } })).toEqual([8]);
  expect(stopTokens({ "generation_config.json": { eos_token_id: [8, 9] } })).toEqual([8, 9]);
  expect(stopTokens({ "generation_config.json": { temperature: 1 } })).toEqual([7]);
});

test("a file that is not JSON is named", () => {
  const attempt = () => readTextFiles(contents({ "tokenizer.json": "{" }));
  expect(attempt).toThrow(/tokenizer\.json is not valid JSON/);
  try {
    attempt();
  } catch (error) {
    expect(errorCode(error)).toBe("model-corrupt");
  }
});

test("a configuration of something else than a text decoder is refused by the field it lacks", () => {
  expect(() => readTextFiles(contents({ "config.json": { model_type: "vit" } }))).toThrow(
    /no number "num_hidden_layers"/,
  );
});
