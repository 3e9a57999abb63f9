import { EngineError } from "../../../workers/protocol";
import { Gauge } from "../gauge";

/** A GPU device of our own: its limits, its features, its end. */
export interface Gpu {
  readonly adapter: GPUAdapter;
  readonly device: GPUDevice;
  /** Rejects when the device is lost or its memory is full; never resolves. */
  readonly failed: Promise<never>;
  /** All buffers on it, the runtime's own included. */
  readonly buffers: Gauge;
}

export async function findAdapter(): Promise<GPUAdapter | null> {
  return (await globalThis.navigator?.gpu?.requestAdapter({ powerPreference: "high-performance" })) ?? null;
}

/** Whether the adapter is a program on the CPU (SwiftShader, llvmpipe, WARP), and so slower than WebAssembly. */
export function isSoftware({ info }: GPUAdapter): boolean {
  const name = `${info.vendor} ${info.architecture} ${info.device} ${info.description}`;
  return info.isFallbackAdapter || /swiftshader|llvmpipe|lavapipe|basic render/i.test(name);
}

export async function openGpu(adapter: GPUAdapter): Promise<Gpu> {
  const device = await adapter.requestDevice({
    requiredFeatures: usefulFeatures(adapter),
    requiredLimits: allLimits(adapter),
  });
  return { adapter, device, failed: watch(device), buffers: countBuffers(device) };
}

/** A GPU's name, as far as the browser tells it. */
export function nameOf({ vendor, architecture, device, description }: GPUAdapterInfo): string {
  return description || [vendor, architecture, device].filter(Boolean).join(" ") || "a GPU without a name";
}

/** Counts what is made and destroyed from now on. */
function countBuffers(device: GPUDevice): Gauge {
  const gauge = new Gauge("runtime");
  const create = device.createBuffer.bind(device);
  device.createBuffer = (descriptor) => {
    const buffer = create(descriptor);
    const { size } = buffer;
    const destroy = buffer.destroy.bind(buffer);
    let isLive = true;
    buffer.destroy = () => {
      if (isLive) gauge.add(-size);
      isLive = false;
      return destroy();
    };
    gauge.add(size);
    return buffer;
  };
  return gauge;
}

/**
 * On SwiftShader, whose subgroups have 4 lanes, onnxruntime's attention gives wrong logits for prompts of 32 tokens and
 * more when the device has `subgroups` (onnxruntime-web 1.30 and 1.31; silent). Without the feature they are right.
 */
function usefulFeatures(adapter: GPUAdapter): GPUFeatureName[] {
  const smallSubgroups = (adapter.info.subgroupMinSize ?? 0) < 8;
  const wanted: GPUFeatureName[] = ["shader-f16"];
  if (!isSoftware(adapter) && !smallSubgroups) wanted.push("subgroups");
  return wanted.filter((feature) => adapter.features.has(feature));
}

/** A device has the lowest limits of all machines unless it is asked for more. */
function allLimits({ limits }: GPUAdapter): Record<string, number> {
  const all: Record<string, number> = {};
  for (const name in limits) {
    const limit = limits[name as keyof GPUSupportedLimits];
    if (typeof limit === "number") all[name] = limit;
  }
  return all;
}

function watch(device: GPUDevice): Promise<never> {
  const failed = new Promise<never>((_, reject) => {
    void device.lost.then(({ message }) => reject(deviceLost(message)));
    device.addEventListener("uncapturederror", ({ error }) => {
      if (error instanceof GPUOutOfMemoryError) reject(memoryFull());
    });
  });
  failed.catch(() => {}); // Not an unhandled rejection while nothing runs.
  return failed;
}

function deviceLost(detail: string): EngineError {
  const reason = detail ? ` (${detail})` : "";
  return new EngineError(
    "device-lost",
    `The browser lost the GPU in mid-run${reason}. Load the model again; if it happens again, ask for fewer samples.`,
  );
}

function memoryFull(): EngineError {
  return new EngineError(
    "out-of-memory",
    "The GPU's memory is full. Ask for fewer samples or fewer tokens, or choose a smaller model.",
  );
}
