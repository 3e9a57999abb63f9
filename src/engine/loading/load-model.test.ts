// The whole engine under Node, where evaluations run it.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { errorCode, type LoadEvent } from "../../../workers/protocol";
import { generate } from "../generate";
import { folderFiles, type ListedFile } from "./folder-files";
import { loadModel } from "./load-model";

const NANO = join(import.meta.dirname, "../../../tests/fixtures/nano");
const signal = new AbortController().signal;

/** The fixture's files, some of them replaced. */
function nano(changes: Record<string, (bytes: Buffer) => Uint8Array> = {}): ListedFile[] {
  const paths = readdirSync(NANO, { recursive: true, encoding: "utf8" });
  return paths
    .filter((path) => statSync(join(NANO, path)).isFile())
    .map((path) => {
      const bytes = readFileSync(join(NANO, path));
      const content = new Uint8Array(changes[path]?.(bytes) ?? bytes);
      return { path, bytes: content.length, read: () => Promise.resolve(content.buffer) };
    });
}

function load(listed: ListedFile[], onEvent: (event: LoadEvent) => void = () => {}) {
  return loadModel({ model: "nano", device: "wasm" }, folderFiles("nano", listed), onEvent, signal);
}

test("a folder read from disk loads and answers", async () => {
  const events: LoadEvent[] = [];
  const { model, loaded } = await load(nano(), (event) => events.push(event));
  expect(loaded).toMatchObject({ model: "nano", device: "wasm", architecture: "llama", vocabularySize: 768 });
  expect(events.at(-1)).toEqual({ type: "compiling" });

  const counts = [0, 0, 0];
  const sampling = { temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: 5, stop: [], seed: 1 };
  const request = { model: "nano", messages: [], samples: 3, firstSample: 7, sampling };
  const onToken = (sample: number) => counts[sample - 7]!++;
  await generate(
    model,
    request,
    (event) => event.type === "stepped" && event.tokens.forEach(({ sample }) => onToken(sample)),
    signal,
  );
  expect(Math.min(...counts)).toBeGreaterThan(0);
  await model.dispose();
});

test.each([
  [
    "a graph cut short",
    "onnx/model.onnx",
    (bytes: Buffer) => bytes.subarray(0, 99_999),
    "model-corrupt",
    /ONNX/,
  ],
  ["an empty tokenizer", "tokenizer.json", () => Buffer.from("{}"), "model-unsupported", /tokenizer/],
  [
    "a broken config",
    "config.json",
    () => Buffer.from("{"),
    "model-corrupt",
    /config\.json is not valid JSON/,
  ],
] as const)("%s is refused by name", async (_, path, change, code, message) => {
  const loading = load(nano({ [path]: change }));
  await expect(loading).rejects.toThrow(message);
  expect(await loading.catch(errorCode)).toBe(code);
});
