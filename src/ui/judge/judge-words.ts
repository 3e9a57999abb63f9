import type { PairOpinions } from "../../lab/pairs/pair-judgement";
import type { SolutionPair } from "../../lab/pairs/solution-pair";
import { bothOrders } from "../../metrics/both-orders";
import { count, percentWithin } from "../../metrics/in-words";
import type { JudgedPair, JudgeWorth } from "../../metrics/judge-worth";

/** The judge before training comes before the same after it; the others as they came. */
export function inOrder(ids: readonly string[]): string[] {
  return [...ids].sort((a, b) => Number(isAfter(a)) - Number(isAfter(b)));
}
const isAfter = (id: string) => id === "pocket-judge";

/** What a judge is worth, and to which place it leans. */
export function judgeInWords({ pairs, worth }: { pairs: readonly JudgedPair[]; worth: JudgeWorth }): string {
  const right = `it finds the right solution in both orders in ${percentWithin(worth.consistent)} of ${count(worth.count, "pair")}`;
  const flips = `its verdict changes with the order in ${percentWithin(worth.flipped)}`;
  return `${right}; ${flips}. ${leaningInWords(pairs)}`;
}

/** Where the order decided, which place it was decided for. */
export function leaningInWords(pairs: readonly JudgedPair[]): string {
  const { first, second } = bothOrders(pairs);
  const [most, least] = [Math.max(first.length, second.length), Math.min(first.length, second.length)];
  if (most === 0) return "The order never made it right or wrong.";
  const split = `of ${count(first.length + second.length, "pair")} that it got right in one order only, the better one stood first in ${first.length}`;
  if (most < 2 * least || most < 5) return `It leans to neither place clearly: ${split}.`;
  return `It leans to what stands ${first.length > second.length ? "first" : "second"}: ${split}.`;
}

/** What a judge made of one pair, in a sentence: whether it knew, or whether the order decided. */
export function pairInWords({ better }: SolutionPair, { orders: { AB, BA } }: PairOpinions): string {
  if (!AB || !BA) return "Only one order was judged, so nobody can tell whether the order decided.";
  const [ab, ba] = [AB.verdict, BA.verdict];
  if (ab === null || ba === null) {
    const lacking =
      ab === null && ba === null ? "in either order" : `when ${ab === null ? "A" : "B"} stood first`;
    return `It gave no verdict ${lacking}.`;
  }
  if (ab !== ba)
    return `The order decided: it chose what stood ${ab === "A" ? "first" : "second"}, both times.`;
  return ab === better
    ? `It chose ${ab}, the right one, in both orders.`
    : `It chose ${ab}, the wrong one, in both orders: wrong, but not because of the order.`;
}
