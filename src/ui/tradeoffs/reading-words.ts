import type { LoadProgress } from "../../app/library.svelte";
import { grouped } from "../ask/grouped";

export interface ReadingWordsOf {
  read: number;
  of: number;
  loading: { role: string; progress: LoadProgress } | null;
}

/** "problem 13 of 100", or which model is on its way. */
export function readingWords({ read, of, loading }: ReadingWordsOf): string {
  const problems = `problem ${grouped(read + 1)} of ${grouped(of)}`;
  if (!loading) return problems;
  const { role, progress } = loading;
  if (progress.type !== "downloading") return `${problems}; the ${role} is being prepared`;
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  return `${problems}; the ${role} is being loaded, ${megabytes(progress.loadedBytes)} of ${megabytes(progress.totalBytes)} MB`;
}
