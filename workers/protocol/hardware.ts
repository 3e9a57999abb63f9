// What a model runs on, as far as the browser tells: plain data, as in ../protocol.ts.

/** Of onnxruntime-web: without WebGPU, or with it and one of two ways to wait for a GPU in the middle of a program. */
export type RuntimeBuild = "plain" | "jspi" | "asyncify";

export interface WasmHardware {
  device: "wasm";
  build: RuntimeBuild;
  threads: number;
  /** What the runtime's memory can grow to. */
  memoryLimitBytes: number;
}

export interface GpuHardware {
  device: "webgpu";
  build: RuntimeBuild;
  /** The most of its name that is told. */
  adapter: string;
  /** Empty where the browser keeps them to itself. */
  vendor: string;
  architecture: string;
  maxBufferBytes: number;
  maxBindingBytes: number;
  float16: boolean;
  /** `unused` where the adapter has them, but the runtime computes wrongly with them there. */
  subgroups: "used" | "unused" | "absent";
}

export type Hardware = WasmHardware | GpuHardware;
