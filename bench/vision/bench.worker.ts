import * as Comlink from "comlink";
import { embedMany } from "./embed-many";
import { ofBareTower } from "./of-bare-tower";
import { queryMs } from "./query";
import { vsPipeline } from "./vs-pipeline";
import { heapBytes } from "../../src/engine/onnx/wasm-heap";

const bench = { ofBareTower, vsPipeline, queryMs, embedMany, wasmBytes: heapBytes };
export type VisionBench = typeof bench;

Comlink.expose(bench);
