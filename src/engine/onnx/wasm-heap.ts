const memories: WebAssembly.Memory[] = [];
const PAGE_BYTES = 65_536;
let mostPages = 0;
let isWatching = false;

/** Takes note of the memories that WebAssembly programs make from now on: the runtime does not tell its own. */
export function watchHeap(): void {
  if (isWatching) return;
  isWatching = true;
  WebAssembly.Memory = class extends WebAssembly.Memory {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      super(descriptor);
      memories.push(this);
      mostPages = Math.max(mostPages, descriptor.maximum ?? 0);
    }
  };
}

/** What these memories have grown to. They never shrink. */
export function heapBytes(): number {
  return memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
}

/** What the runtime's can grow to. */
export function heapLimitBytes(): number {
  return mostPages * PAGE_BYTES;
}
