import type { Verdict } from "../methods/judging/verdict";

/** In which order the two stood: A then B, or B then A. */
export type Order = "AB" | "BA";
export const ORDERS: readonly Order[] = ["AB", "BA"];
export const RESPONSES: readonly Verdict[] = ["A", "B"];

/** What a judge preferred: a response by its own name, wherever it stood. */
export interface Opinion {
  verdict: Verdict | null;
  /** What the judge wrote; "" where only the verdict was recorded. */
  text: string;
}

export interface Rating {
  /** 0 to 10; null where it gave none. */
  score: number | null;
  text: string;
}

/** All that one judge made of one pair. What is absent was not asked. */
export interface PairOpinions {
  pair: string;
  /** The likeliest judgement of each order. */
  orders: Partial<Record<Order, Opinion>>;
  /** The likeliest score of each response by itself. */
  ratings: Partial<Record<Verdict, Rating>>;
  /** Judgements drawn by chance, for the majority of k verdicts and the mean of k scores. */
  sampled: {
    orders: Record<Order, readonly (Verdict | null)[]>;
    ratings: Record<Verdict, readonly (number | null)[]>;
  };
  /** Generated for all of it; NaN where that was not recorded. */
  tokens: number;
}

/** Orders and responses of which nothing was sampled. */
export const nothingSampled = (): PairOpinions["sampled"] => ({
  orders: { AB: [], BA: [] },
  ratings: { A: [], B: [] },
});

/** How many judgements of each prompt were sampled. */
export const sampledOf = ({ sampled }: PairOpinions): number =>
  Math.min(...ORDERS.map((order) => sampled.orders[order].length));
