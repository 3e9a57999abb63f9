import { EngineError, errorCode } from "../../../workers/protocol";
import type { Gpu } from "./gpu";

/** What onnxruntime and the browser say when memory runs out; a bare number is a C++ exception's address, almost always this. */
const NO_MEMORY =
  /out of memory|bad_alloc|allocation failed|failed to allocate|memory access out of bounds|^\d+$/i;

/** The error that says what happened, where it can be told. */
export async function asEngineError(error: unknown, gpu?: Gpu): Promise<unknown> {
  if (errorCode(error)) return error;
  const failure = gpu && (await failureOf(gpu));
  if (failure) return failure;
  if (!isOutOfMemory(error)) return error;
  return new EngineError(
    "out-of-memory",
    `The browser has no memory left for this model and this many samples (${messageOf(error)}). Ask for fewer samples or tokens, close other tabs, or choose a smaller model.`,
  );
}

export function isOutOfMemory(error: unknown): boolean {
  return NO_MEMORY.test(messageOf(error));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A run on a lost device may fail before the loss is announced, so the better reason gets a moment to arrive. */
function failureOf(gpu: Gpu): Promise<unknown> {
  const failure = gpu.failed.catch((reason: unknown) => reason);
  const patience = new Promise<undefined>((resolve) => setTimeout(resolve, 100));
  return Promise.race([failure, patience]);
}
