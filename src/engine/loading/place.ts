import type { MemoryUse } from "../../../workers/protocol";
import type { Hardware } from "../../../workers/protocol/hardware";
import type { Sharing } from "../onnx/onnx-language-model";
import type { Runtime } from "../onnx/runtime";
import type { WarmUp } from "../onnx/warm-decoder";
import { heapBytes } from "../onnx/wasm-heap";
import { processorOf } from "./hardware";

/** What is particular to where a model runs. */
export interface Place {
  hardware: Hardware;
  /** What keys and values may take. */
  budgetBytes: number;
  outlivesFullMemory: boolean;
  warmUp: WarmUp;
  /** Where rows that keep copies of a prompt can be joined by such as share it. */
  sharing?: Sharing;
  /** What the runtime holds in all. */
  runtime: () => MemoryUse;
}

/** In a WebAssembly memory of 4 GB, which also holds weights and scores, twice over. */
const WASM_CACHE_BYTES = 1_000_000_000;

export function onWasm(runtime: Runtime): Place {
  return {
    hardware: processorOf(runtime),
    budgetBytes: WASM_CACHE_BYTES,
    outlivesFullMemory: true,
    warmUp: () => Promise.resolve(), // WebAssembly gains nothing by it (docs/performance.md).
    runtime: () => ({ purpose: "runtime", live: heapBytes(), peak: heapBytes() }),
  };
}
