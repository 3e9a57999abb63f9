import type { JudgedPair } from "../../metrics/judge-worth";
import { type Order, type PairOpinions, sampledOf } from "./pair-judgement";
import { type SolutionPair, worseOf } from "./solution-pair";

/** What a judge made of a pair, as the metrics count it: by which is the better one, and where that stood. Null where an order lacks. */
export function judgedPair(
  index: number,
  pair: SolutionPair,
  { orders, ratings, sampled, ...rest }: PairOpinions,
): JudgedPair | null {
  const [better, worse] = [pair.better, worseOf(pair)];
  const forward: Order = better === "A" ? "AB" : "BA"; // The better one stands first.
  const backward: Order = forward === "AB" ? "BA" : "AB";
  const side = (verdict: "A" | "B" | null) => verdict && (verdict === better ? "better" : "worse");
  if (!orders.AB || !orders.BA) return null;
  const count = sampledOf({ orders, ratings, sampled, ...rest });
  return {
    index,
    forward: side(orders[forward]!.verdict),
    backward: side(orders[backward]!.verdict),
    scores: ratings[better] && ratings[worse] ? [ratings[better].score, ratings[worse].score] : null,
    sampled: {
      forward: sampled.orders[forward].slice(0, count).map(side),
      backward: sampled.orders[backward].slice(0, count).map(side),
      better: sampled.ratings[better],
      worse: sampled.ratings[worse],
    },
  };
}
