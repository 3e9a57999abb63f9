import type { Progress } from "./work";

/** Passes on only what is another percent: to tell another thread costs it more than a few texts. */
export function inSteps(tell: (progress: Progress) => void): (progress: Progress) => void {
  let told = "";
  return (progress) => {
    const at = `${progress.step} ${Math.floor((100 * progress.done) / Math.max(1, progress.of))}`;
    if (at === told) return;
    told = at;
    tell(progress);
  };
}
