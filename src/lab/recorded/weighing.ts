import type { RecordedVotes } from "./votes";

/** How scores become the weights of votes, which may not be negative. */
export const WEIGHINGS = ["scores", "softmax", "sigmoid"] as const;
export type Weighing = (typeof WEIGHINGS)[number];

export const WEIGHING_LABELS: Record<Weighing, string> = {
  scores: "the scores",
  softmax: "the softmax of a problem's scores",
  sigmoid: "the sigmoid of the scores",
};

/**
 * The scores themselves, as in the literature, unless one in the file is negative: then scores are logits with an arbitrary
 * zero, as a reward model trained on comparisons gives, and only a softmax does not depend on that zero.
 */
export function weighingOf(problems: readonly Pick<RecordedVotes, "scores">[]): Weighing {
  return problems.some(({ scores }) => scores?.some((score) => score < 0)) ? "softmax" : "scores";
}

/** The weights of one problem's samples. Only their ratios count, so the softmax is left undivided. */
export function weightsOf(scores: readonly number[], weighing: Weighing): number[] {
  switch (weighing) {
    case "scores":
      return scores.map((score) => Math.max(0, score)); // Where someone insists: a negative vote is none.
    case "softmax": {
      const most = Math.max(...scores);
      return scores.map((score) => Math.exp(score - most));
    }
    case "sigmoid":
      return scores.map((score) => 1 / (1 + Math.exp(-score)));
  }
}
