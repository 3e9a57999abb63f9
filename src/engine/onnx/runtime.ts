import type * as OrtModule from "onnxruntime-web/wasm";
import type { DeviceKind } from "../../../models/card";
import { EngineError } from "../../../workers/protocol";
import type { RuntimeBuild } from "../../../workers/protocol/hardware";
import { watchHeap } from "./wasm-heap";

/** The module's surface; both builds have the same. */
export type Ort = typeof OrtModule;

/** onnxruntime-web, its WebAssembly compiled. */
export interface Runtime {
  readonly ort: Ort;
  readonly build: RuntimeBuild;
  /** One call into the runtime at a time: interleaved ones would unwind its stack in the wrong order. */
  readonly exclusive: <T>(call: () => Promise<T>) => Promise<T>;
}

const started = new Map<DeviceKind, Promise<Runtime>>();

/** The smallest model there is, in base64: y = x, of one float. Creating a session of it compiles the runtime. */
export const IDENTITY =
  "CAgSADo3ChAKAXgSAXkiCElkZW50aXR5EgFnWg8KAXgSCgoICAESBAoCCAFiDwoBeRIKCggIARIECgIIAUIECgAQDQ==";

/**
 * The build for WebAssembly is smaller than those for WebGPU, so each is fetched only where it is used.
 * All find their .wasm beside themselves, on this site; neither is ever fetched from elsewhere.
 */
export function startRuntime(device: DeviceKind): Promise<Runtime> {
  const runtime = started.get(device) ?? start(device);
  started.set(device, runtime);
  runtime.catch(() => started.delete(device));
  return runtime;
}

async function start(device: DeviceKind): Promise<Runtime> {
  watchHeap();
  try {
    const build = buildFor(device);
    const ort = await BUILDS[build]();
    ort.env.wasm.numThreads = 1; // More need a cross-origin isolated page, and gain little on pocket models.
    ort.env.wasm.proxy = false; // This is a worker already.
    const session = await ort.InferenceSession.create(
      Uint8Array.from(atob(IDENTITY), (character) => character.charCodeAt(0)),
      { executionProviders: ["wasm"] },
    );
    await session.release();
    return { ort, build, exclusive: createQueue() };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EngineError(
      "download-failed",
      `The runtime could not be started (${reason}). Reload the page.`,
    );
  }
}

/**
 * Waiting for a GPU in the middle of a program takes either a browser that can suspend WebAssembly (JSPI), or a build that can
 * unwind itself (asyncify), which is larger by half and slower.
 */
function buildFor(device: DeviceKind): RuntimeBuild {
  if (device === "wasm") return "plain";
  return "Suspending" in WebAssembly ? "jspi" : "asyncify";
}

const BUILDS: Record<RuntimeBuild, () => Promise<Ort>> = {
  plain: () => import("onnxruntime-web/wasm"),
  jspi: () => import("onnxruntime-web/jspi"),
  asyncify: () => import("onnxruntime-web/webgpu"),
};

/** A queue that goes on after a call that failed. */
function createQueue(): Runtime["exclusive"] {
  let last: Promise<unknown> = Promise.resolve();
  return (call) => {
    const next = last.then(call, call);
    last = next.catch(() => {});
    return next;
  };
}
