/** The share of all matches that fall to entries with fewer than `threshold`: the tail. 0 where there are none at all. */
export function tailShare(counts: ArrayLike<number>, threshold: number): number {
  let tail = 0;
  let all = 0;
  for (let entry = 0; entry < counts.length; entry++) {
    all += counts[entry]!;
    if (counts[entry]! < threshold) tail += counts[entry]!;
  }
  return all === 0 ? 0 : tail / all;
}

/**
 * The threshold that gives another language the same tail: of its counts in rising order, the one at which their running share of
 * all matches comes nearest to `share`, the lowest of equals. Entries that are nowhere found do not count: MetaCLIP 2 has them
 * in, and a share of 0 would then give the threshold 0 and drop every text. Null where nothing is found.
 */
export function thresholdAt(counts: ArrayLike<number>, share: number): number | null {
  const rising = Uint32Array.from(counts)
    .filter((count) => count > 0)
    .sort();
  const all = rising.reduce((sum, count) => sum + count, 0);
  let nearest: number | null = null;
  let least = Infinity;
  let running = 0;
  for (const count of rising) {
    running += count;
    const distance = Math.abs(running / all - share);
    if (distance < least) [nearest, least] = [count, distance];
  }
  return nearest;
}
