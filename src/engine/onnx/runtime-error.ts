import { EngineError, errorCode } from "../../../workers/protocol";
import type { Gpu } from "./gpu";

/** What onnxruntime and the browser say when memory runs out; a bare number is a C++ exception's address, almost always this. */
const NO_MEMORY =
  /out of memory|bad_alloc|allocation failed|failed to allocate|memory access out of bounds|^\d+$/i;

/** What it says after it has written to an address that it was refused: nothing in its memory can be trusted any more. */
const SPOILT = /table index is out of bounds|invalid address|null function|__next_prime/i;

/** Memory ran out in a way that this runtime does not outlive; a fresh worker may. */
export class SpoiltMemory extends EngineError {}

/** The error that says what happened, where it can be told. */
export async function asEngineError(error: unknown, gpu?: Gpu): Promise<unknown> {
  if (errorCode(error)) return error;
  const failure = gpu && (await failureOf(gpu));
  if (failure) return failure;
  if (!isOutOfMemory(error)) return error;
  const Full = SPOILT.test(messageOf(error)) ? SpoiltMemory : EngineError;
  return new Full(
    "out-of-memory",
    `The browser has no memory left for this model and this many samples (${messageOf(error)}). Ask for fewer samples or tokens, close other tabs, or choose a smaller model.`,
  );
}

export function isOutOfMemory(error: unknown): boolean {
  return NO_MEMORY.test(messageOf(error)) || SPOILT.test(messageOf(error));
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
