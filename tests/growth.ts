/** A linear piece of work takes so many times as long for so many times the text; a quadratic one the square of it. */
const TIMES = 8;
/** Between the two: 8 and 64. */
const MOST_GROWTH = 24;
/** Shorter times tell of the clock and of what else the machine does. */
const SHORTEST_MS = 1;

/**
 * Whether work grows as its input does, however fast the machine is: the input has so many pieces, then eight times as many.
 * Of each the shortest of several times counts, as a busy machine may take long over one.
 */
export function growsLinearly(pieces: number, work: (pieces: number) => void): boolean {
  const few = Math.max(
    SHORTEST_MS,
    shortestMs(() => work(pieces)),
  );
  const many = shortestMs(() => work(TIMES * pieces));
  return many < MOST_GROWTH * few;
}

function shortestMs(work: () => void): number {
  let shortest = Infinity;
  for (let turn = 0; turn < 5; turn++) {
    const began = performance.now();
    work();
    shortest = Math.min(shortest, performance.now() - began);
  }
  return shortest;
}
