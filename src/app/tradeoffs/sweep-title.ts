import type { SweepSpec } from "../../storage/sweep-record";

/** "Level 3 · 50 problems × 16 samples at temperature 0.8" */
export function sweepTitle({ problems, samples, sampling }: SweepSpec): string {
  const generated = "task" in problems;
  const count = generated ? problems.count : problems.items.length;
  const seed = problems.seed > 0 ? `, seed ${problems.seed}` : "";
  const what = generated ? `Level ${problems.level}` : problems.name;
  return `${what} · ${count} ${count === 1 ? "problem" : "problems"} × ${samples} ${samples === 1 ? "sample" : "samples"} at temperature ${sampling.temperature}${seed}`;
}
