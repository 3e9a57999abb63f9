import type { LoadProgress } from "../../../app/library.svelte";

/** Why there is nothing to read, in a sentence; empty where there is. */
export function nothingToRead(ended: number, samples: number): string {
  if (ended > 1) return "";
  if (samples === 0) return "Without samples there is nothing for a judge or an aggregator to read.";
  if (ended === 0)
    return "No sample came to its end, so there is nothing for a judge or an aggregator to read.";
  const one = samples === 1 ? "Of one sample" : "Of the one sample that came to its end";
  return `${one} there is nothing to choose: draw more, and a judge and an aggregator can read them.`;
}

/** What was read. */
export function readWords(ended: number, samples: number): string {
  return ended === samples
    ? `All ${samples} samples were read.`
    : `The ${ended} of ${samples} samples that came to their end were read.`;
}

export function loadingWords(progress: LoadProgress): string {
  if (progress.type === "compiling") return "preparing it (compiling)…";
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  return `${megabytes(progress.loadedBytes)} of ${megabytes(progress.totalBytes)} MB`;
}
