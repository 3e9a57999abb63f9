import { expect, test } from "vitest";
import { errorCode } from "../../../workers/protocol";
import { folderFiles, type ListedFile } from "./folder-files";

const file = (path: string, bytes = 10): ListedFile => ({
  path,
  bytes,
  read: () => Promise.resolve(new TextEncoder().encode(path).buffer),
});
const texts = ["config.json", "tokenizer.json", "tokenizer_config.json"];
const folder = (...graphs: (string | [string, number])[]) => [
  ...texts.map((path) => file(path)),
  ...graphs.map((graph) => (typeof graph === "string" ? file(graph) : file(...graph))),
];
const MB = 1_000_000;

const graphOf = (
  files: readonly ListedFile[],
  device: "wasm" | "webgpu" = "wasm",
  abilities = { float16: false },
) =>
  folderFiles("m", files)
    .graphFor(device, abilities)
    .map(({ path }) => path);

test("leading folders do not matter", async () => {
  const files = folderFiles(
    "m",
    folder("onnx/model.onnx").map((each) => file(`Downloads/m/${each.path}`)),
  );
  const bytes = await files.read(files.find("config.json")!, () => {}, new AbortController().signal);
  expect(new TextDecoder().decode(bytes)).toBe("Downloads/m/config.json");
  expect(files.find("generation_config.json")).toBeUndefined();
});

test("all that is missing is named at once", () => {
  const attempt = () => folderFiles("photos", [file("photos/cat.jpg"), file("photos/config.json")]);
  expect(attempt).toThrow(/"photos" lacks tokenizer\.json and tokenizer_config\.json and a graph/);
  try {
    attempt();
  } catch (error) {
    expect(errorCode(error)).toBe("model-incomplete");
  }
  expect(() => folderFiles("empty", [])).toThrow(/lacks config\.json and tokenizer\.json/);
});

test("a small model runs in full precision on WebAssembly, a large one quantized", () => {
  expect(graphOf(folder(["onnx/model.onnx", 9 * MB], "onnx/model_q4.onnx"))).toEqual(["onnx/model.onnx"]);
  expect(graphOf(folder(["onnx/model.onnx", 900 * MB], "onnx/model_q4.onnx"))).toEqual([
    "onnx/model_q4.onnx",
  ]);
});

test("weights beside the graph come with it and count as its size", () => {
  const files = folder(
    "onnx/model.onnx",
    ["onnx/model.onnx_data", 600 * MB],
    "onnx/model_q4.onnx",
    "onnx/model_q4.onnx_data",
    "onnx/model_q4.onnx_data_1",
  );
  expect(graphOf(files)).toEqual([
    "onnx/model_q4.onnx",
    "onnx/model_q4.onnx_data",
    "onnx/model_q4.onnx_data_1",
  ]);
});

test("WebGPU takes 4-bit weights, with 16-bit arithmetic where the GPU has it", () => {
  const files = folder("onnx/model.onnx", "onnx/model_q4.onnx", "onnx/model_q4f16.onnx");
  expect(graphOf(files, "webgpu", { float16: true })).toEqual(["onnx/model_q4f16.onnx"]);
  expect(graphOf(files, "webgpu")).toEqual(["onnx/model_q4.onnx"]);
});

test("only 16-bit graphs on a GPU without 16 bits are refused with a way out", () => {
  expect(() => graphOf(folder("onnx/model_fp16.onnx"), "webgpu")).toThrow(/16-bit.*choose WebAssembly/);
  expect(graphOf(folder("onnx/model_fp16.onnx"))).toEqual(["onnx/model_fp16.onnx"]);
});

test("a graph of another name is used where it is the only one", () => {
  expect(graphOf(folder("onnx/decoder.onnx"))).toEqual(["onnx/decoder.onnx"]);
});
