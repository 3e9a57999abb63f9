import { expect, test } from "vitest";
import type { GpuHardware } from "../../../workers/protocol/hardware";
import { hardwareWords } from "./hardware-words";

const GPU: GpuHardware = {
  device: "webgpu",
  build: "jspi",
  adapter: "nvidia ampere",
  vendor: "nvidia",
  architecture: "ampere",
  maxBufferBytes: 2 ** 32,
  maxBindingBytes: 2 ** 31,
  float16: true,
  subgroups: "used",
};

test("a GPU has a name, limits with units, and says what it can do", () => {
  expect(hardwareWords(GPU, 8)).toEqual([
    ["Runs on", "WebGPU: nvidia ampere"],
    ["Vendor and architecture", "nvidia, ampere"],
    ["Largest buffer", "4.3 GB"],
    ["Largest part that a program can use", "2.1 GB"],
    ["Half precision (shader-f16)", "yes"],
    ["Subgroups", "yes"],
    ["Build of the runtime", "for WebGPU, which suspends WebAssembly while it waits (JSPI)"],
  ]);
});

test("what a browser keeps to itself is not told, and what is there but unused says why", () => {
  const words = Object.fromEntries(
    hardwareWords({ ...GPU, vendor: "", architecture: "", float16: false, subgroups: "unused" }, 8),
  );
  expect(words["Vendor and architecture"]).toBe("not told");
  expect(words["Half precision (shader-f16)"]).toBe("no");
  expect(words["Subgroups"]).toMatch(/^there, but not used/);
});

test("WebAssembly has threads beside the cores, and a memory that ends", () => {
  const memoryLimitBytes = 65536 * 65536;
  expect(hardwareWords({ device: "wasm", build: "plain", threads: 1, memoryLimitBytes }, 8)).toEqual([
    ["Runs on", "WebAssembly"],
    ["Threads", "1; 8 logical cores here"],
    ["WebAssembly memory, at most", "4.3 GB"],
    ["Build of the runtime", "for WebAssembly alone"],
  ]);
});
