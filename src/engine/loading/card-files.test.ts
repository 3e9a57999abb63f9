import { describe, expect, test } from "vitest";
import type { ModelCard } from "../../../models/card";
import { errorCode } from "../../../workers/protocol";
import { cardFiles } from "./card-files";
import { sha256 } from "./sha256";

const graph = new TextEncoder().encode("a graph, let us say");
const signal = new AbortController().signal;

async function card(): Promise<ModelCard> {
  return {
    id: "tiny",
    label: "Tiny",
    role: "policy",
    architecture: "llama",
    parameters: 1,
    contextLength: 10,
    license: "Apache-2.0",
    folder: "models/tiny",
    files: [
      { path: "onnx/model.onnx", bytes: graph.length, sha256: await sha256(graph) },
      { path: "onnx/model.onnx_data", bytes: 1, sha256: "" },
      { path: "onnx/model_q4.onnx", bytes: 1, sha256: "" },
    ],
    graph: { webgpu: "onnx/model_q4.onnx", wasm: "onnx/model.onnx" },
    preferred: "wasm",
    recommended: { temperature: 1, topP: 1, maxTokens: 10 },
  };
}

async function readGraph(content: Uint8Array): Promise<Uint8Array> {
  const files = cardFiles(await card(), () => Promise.resolve(content));
  const [file] = files.graphFor("wasm", { float16: false });
  return files.read(file!, () => {}, signal);
}

test("a file with the right length and sha256 is handed over", async () => {
  expect(await readGraph(graph)).toEqual(graph);
});

describe("what is not the file on the card is refused", () => {
  test.each([
    ["truncated", graph.slice(0, 10), /models\/tiny\/onnx\/model\.onnx has 10 bytes where 19 are expected/],
    ["too long", new Uint8Array(20), /has 20 bytes/],
    ["with one bit changed", graph.map((byte, i) => (i === 7 ? byte ^ 1 : byte)), /sha256 is another/],
  ])("%s", async (_, content, message) => {
    const reading = readGraph(content);
    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.toThrow(/Reload the page.*clear this site's stored data/);
    expect(await reading.catch(errorCode)).toBe("model-corrupt");
  });
});

test("a device gets its own graph, with its weights and no others", async () => {
  const files = cardFiles(await card(), () => Promise.reject(new Error("not read")));
  const paths = (device: "wasm" | "webgpu") =>
    files.graphFor(device, { float16: false }).map(({ path }) => path);
  expect(paths("wasm")).toEqual(["onnx/model.onnx", "onnx/model.onnx_data"]);
  expect(paths("webgpu")).toEqual(["onnx/model_q4.onnx"]);
});
