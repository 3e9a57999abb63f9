/** The k-th greatest logit: what is below it is cut, ties with it stay. 0 cuts nothing. */
export function topKFloor(logits: Float32Array, k: number): number {
  if (k <= 0 || k >= logits.length) return -Infinity;
  const heap = logits.slice(0, k); // The greatest k so far, the least of them at the root.
  for (let root = (k >> 1) - 1; root >= 0; root--) sink(heap, root);
  for (let token = k; token < logits.length; token++) {
    if (logits[token]! <= heap[0]!) continue;
    heap[0] = logits[token]!;
    sink(heap, 0);
  }
  return heap[0]!;
}

function sink(heap: Float32Array, root: number): void {
  for (;;) {
    let child = 2 * root + 1;
    if (child >= heap.length) return;
    if (child + 1 < heap.length && heap[child + 1]! < heap[child]!) child++;
    if (heap[root]! <= heap[child]!) return;
    [heap[root], heap[child]] = [heap[child]!, heap[root]!];
    root = child;
  }
}
