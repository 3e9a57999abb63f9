import { scoreVotes, type VoteScores } from "../../lab/recorded/score-votes";
import type { RecordedVotes } from "../../lab/recorded/votes";
import type { Weighing } from "../../lab/recorded/weighing";
import { seededRandom } from "../../lab/random";
import { bootstrapMean } from "../../metrics/bootstrap";
import type { Estimate } from "../../metrics/interval";
import { wilson } from "../../metrics/wilson";

/** A share of problems with its interval, over those that have what it needs. */
export interface Share {
  estimate: Estimate;
  problems: number;
  /** Of the value, where it comes from random subsets of samples; 0 where it is exact. */
  standardError: number;
}

export const FIGURES = ["pass1", "maj", "weighted", "bestByScore", "pass"] as const;
export type Figure = (typeof FIGURES)[number];

export interface Summary {
  /** Undefined for all samples of a problem. */
  k: number | undefined;
  /** Per problem; problems with fewer than k samples are left out. */
  scores: VoteScores[];
  /** Null where no problem has scores. */
  shares: Record<Figure, Share | null>;
}

/** `k` undefined takes all samples of each problem. */
export function summarise(
  problems: readonly RecordedVotes[],
  k: number | undefined,
  weighing: Weighing,
  seed: number,
): Summary {
  const enough = problems.filter(({ ballots }) => ballots.length >= (k ?? 1));
  const scores = enough.map((votes, i) =>
    scoreVotes(votes, k ?? votes.ballots.length, weighing, seededRandom(seed, "subsets", i)),
  );
  const share = (figure: Figure) => shareOf(scores, figure, k === undefined && figure !== "pass1", seed);
  const shares = Object.fromEntries(FIGURES.map((figure) => [figure, share(figure)])) as Summary["shares"];
  return { k, scores, shares };
}

/** Right or wrong, but for ties, gets Wilson's interval; expectations over subsets and shares of samples the bootstrap's. */
function shareOf(
  scores: readonly VoteScores[],
  figure: Figure,
  decided: boolean,
  seed: number,
): Share | null {
  const expected = scores.flatMap((score) => {
    const value = score[figure];
    return value === null ? [] : [typeof value === "number" ? { value, standardError: 0 } : value];
  });
  if (expected.length === 0) return null;
  const values = expected.map(({ value }) => value);
  const total = values.reduce((sum, value) => sum + value, 0);
  const variance = expected.reduce((sum, { standardError }) => sum + standardError ** 2, 0);
  return {
    estimate: decided ? wilson(total, values.length) : bootstrapMean(values, seededRandom(seed, figure)),
    problems: values.length,
    standardError: Math.sqrt(variance) / values.length,
  };
}
