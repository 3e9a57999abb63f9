import { nextTask } from "../next-task";

export interface Pace {
  /** Untimed before the first: fresh code is slow until the browser has compiled it again. */
  warmUps: number;
  warmUpMs: number;
  /** At least so many, and more until `enoughMs` have passed. */
  tries: number;
  enoughMs: number;
  /** Never longer than about this, whatever the tries; but at least one. */
  mostMs: number;
}

/**
 * Milliseconds of each try. Between any two the worker hears messages, a stop ends it by the signal's reason, and `prepare` does what
 * is not timed.
 */
export async function timeSteps(
  step: () => Promise<unknown>,
  { warmUps, warmUpMs, tries, enoughMs, mostMs }: Pace,
  signal: AbortSignal,
  prepare?: () => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  const started = performance.now();
  let spent = 0;
  for (let warm = 0; ;) {
    await nextTask();
    signal.throwIfAborted();
    await prepare?.();
    const before = performance.now();
    await step();
    const ms = performance.now() - before;
    if (warm < warmUps && performance.now() - started < warmUpMs) {
      warm++;
      continue;
    }
    times.push(ms);
    spent += ms;
    const enough = times.length >= tries && spent >= enoughMs;
    if (enough || performance.now() - started > mostMs) return times;
  }
}
