import type { Verdict } from "../methods/judging/verdict";
import { ORDERS, type PairOpinions, RESPONSES } from "./pair-judgement";
import type { SolutionPair } from "./solution-pair";

/** What each judge, by its name, made of the pairs, by their ids. */
export type Opinions = ReadonlyMap<string, ReadonlyMap<string, PairOpinions>>;

/** JSON Lines that `readPairs` reads back whole: a line per pair and judge, or the pair alone where nobody judged it. */
export function* pairLines(pairs: readonly SolutionPair[], opinions: Opinions): Generator<string> {
  for (const pair of pairs) {
    const judged = [...opinions].flatMap(([judge, of]) => {
      const one = of.get(pair.id);
      return one ? [{ judge, ...opinionCells(one) }] : [];
    });
    for (const cells of judged.length > 0 ? judged : [{}])
      yield `${JSON.stringify({ ...pairCells(pair), ...cells })}\n`;
  }
}

function pairCells({ id, source, question, responses: { A, B }, better }: SolutionPair) {
  return {
    pair_id: id,
    ...(source !== undefined && { source }),
    ...{ question, response_A: A, response_B: B, label: labelOf(better) },
  };
}

const labelOf = (verdict: Verdict | null) => (verdict ? (verdict === "A" ? "A>B" : "B>A") : "tie");

function opinionCells({ orders, ratings, sampled, tokens }: PairOpinions): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  for (const order of ORDERS) {
    const opinion = orders[order];
    if (!opinion) continue;
    cells[`verdict_${order}`] = labelOf(opinion.verdict);
    if (opinion.text) cells[`judgement_${order}`] = opinion.text;
    if (sampled.orders[order].length > 0) cells[`verdicts_${order}`] = sampled.orders[order].map(labelOf);
  }
  for (const response of RESPONSES) {
    const rating = ratings[response];
    if (!rating) continue;
    cells[`score_${response}`] = rating.score;
    if (rating.text) cells[`judgement_${response}`] = rating.text;
    if (sampled.ratings[response].length > 0) cells[`scores_${response}`] = sampled.ratings[response];
  }
  return { ...cells, ...(Number.isFinite(tokens) && { judge_tokens: tokens }) };
}
