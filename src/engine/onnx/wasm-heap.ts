const memories: WebAssembly.Memory[] = [];
let isWatching = false;

/** Takes note of the memories that WebAssembly programs make from now on: the runtime does not tell its own. */
export function watchHeap(): void {
  if (isWatching) return;
  isWatching = true;
  WebAssembly.Memory = class extends WebAssembly.Memory {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      super(descriptor);
      memories.push(this);
    }
  };
}

/** What these memories have grown to. They never shrink. */
export function heapBytes(): number {
  return memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
}
