import type { Hardware, RuntimeBuild } from "../../../workers/protocol/hardware";
import { size } from "./memory-words";

const BUILDS: Record<RuntimeBuild, string> = {
  plain: "for WebAssembly alone",
  jspi: "for WebGPU, which suspends WebAssembly while it waits (JSPI)",
  asyncify: "for WebGPU, which unwinds WebAssembly to wait (Asyncify): larger and slower",
};

const SUBGROUPS = {
  used: "yes",
  unused: "there, but not used: the runtime computes wrongly with them here",
  absent: "no",
} as const;

/** What a model runs on, in rows of a name and a value, on a machine of so many logical cores. */
export function hardwareWords(hardware: Hardware, cores: number): [name: string, value: string][] {
  const runtime: [string, string] = ["Build of the runtime", BUILDS[hardware.build]];
  if (hardware.device === "wasm") {
    const { threads, memoryLimitBytes } = hardware;
    return [
      ["Runs on", "WebAssembly"],
      ["Threads", `${threads}; ${cores} logical ${cores === 1 ? "core" : "cores"} here`],
      ["WebAssembly memory, at most", size(memoryLimitBytes)],
      runtime,
    ];
  }
  const { adapter, vendor, architecture, maxBufferBytes, maxBindingBytes, float16, subgroups } = hardware;
  return [
    ["Runs on", `WebGPU: ${adapter}`],
    ["Vendor and architecture", [vendor, architecture].filter(Boolean).join(", ") || "not told"],
    ["Largest buffer", size(maxBufferBytes)],
    ["Largest part that a program can use", size(maxBindingBytes)],
    ["Half precision (shader-f16)", float16 ? "yes" : "no"],
    ["Subgroups", SUBGROUPS[subgroups]],
    runtime,
  ];
}
