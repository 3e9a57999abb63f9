/** A pair of solutions of which the first is the better one, judged in both orders; null where a judgement gave no verdict. */
export interface PairJudgement {
  /** The better one stands first. */
  forward: "better" | "worse" | null;
  /** The better one stands second. */
  backward: "better" | "worse" | null;
}

export interface PairRates {
  count: number;
  /** Right with the better one first, and second. */
  forward: number;
  backward: number;
  /** Right in both orders (position-consistent accuracy). */
  consistent: number;
  /** The verdict changes when the two change places. No verdict in an order counts as changed. */
  flipped: number;
}

/** As J1 reports them (arXiv 2505.10320): shares from 0 to 1 over all pairs. */
export function pairRates(pairs: readonly PairJudgement[]): PairRates {
  const share = (holds: (pair: PairJudgement) => boolean) => pairs.filter(holds).length / pairs.length;
  return {
    count: pairs.length,
    forward: share(({ forward }) => forward === "better"),
    backward: share(({ backward }) => backward === "better"),
    consistent: share(({ forward, backward }) => forward === "better" && backward === "better"),
    flipped: share(({ forward, backward }) => forward !== backward || forward === null),
  };
}
