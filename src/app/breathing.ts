import { nextTask } from "./next-task";

/** Shorter than a frame, with room for what a frame does itself. */
const STRETCH_MS = 8;

/** For long work on the page's thread: returns what to await between small pieces, so that it is never busy for long. */
export function breathing(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < STRETCH_MS) return undefined;
    return nextTask().then(() => void (since = performance.now()));
  };
}
