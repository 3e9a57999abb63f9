import { samplerShader } from "./sampler-shader";

const MOST_THREADS = 256; // what every device has
const LEAST_THREADS = 32;
const TOKENS_PER_THREAD = 16;

const compiled = new WeakMap<GPUDevice, Map<string, GPUComputePipeline>>();

/** Compiled once per device; one workgroup per row, with fewer threads where the vocabulary is small. */
export function samplerPipeline(
  device: GPUDevice,
  type: "float32" | "float16",
  vocabularySize: number,
): GPUComputePipeline {
  let threads = LEAST_THREADS;
  while (threads < MOST_THREADS && threads * TOKENS_PER_THREAD < vocabularySize) threads *= 2;
  const key = `${type}, ${threads} threads`;
  const known = compiled.get(device) ?? new Map<string, GPUComputePipeline>();
  compiled.set(device, known);
  let pipeline = known.get(key);
  if (!pipeline) {
    const module = device.createShaderModule({ code: samplerShader });
    const constants = { HALF: +(type === "float16"), THREADS: threads };
    pipeline = device.createComputePipeline({ layout: "auto", compute: { module, constants } });
    known.set(key, pipeline);
  }
  return pipeline;
}
