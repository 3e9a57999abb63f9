import { inWords, readScore } from "../imports/read-values";
import type { Verdict } from "../methods/judging/verdict";
import { ORDERS, type PairOpinions, RESPONSES } from "./pair-judgement";

type Cells = Readonly<Record<string, unknown>>;

/** A verdict names a response by its column, in whichever order the two were shown. */
const VERDICTS: Readonly<Record<string, Verdict | null>> = {
  ...{ A: "A", "A>B": "A", B: "B", "B>A": "B" },
  ...{ "A=B": null, tie: null, none: null },
};

/**
 * What a judge was recorded to have said of a row's pair: `verdict_AB`, `verdict_BA`, `score_A`, `score_B`, with what it wrote in `judgement_…`, and lists of
 * sampled `verdicts_…` and `scores_…`. Null where there is nothing of it, a sentence where it cannot be understood.
 */
export function readOpinions(cells: Cells, pair: string): PairOpinions | null | string {
  const opinions: PairOpinions = {
    pair,
    orders: {},
    ratings: {},
    sampled: { orders: { AB: [], BA: [] }, ratings: { A: [], B: [] } },
    tokens: readScore(cells.judge_tokens) ?? NaN,
  };
  let found = false;
  for (const order of ORDERS) {
    const cell = cells[`verdict_${order}`];
    const text = textOf(cells[`judgement_${order}`]);
    if (isEmpty(cell) && text === "") continue;
    const verdict = verdictIn(cell);
    if (verdict === undefined)
      return `verdict_${order} must be "A>B", "B>A" or "tie"; it is ${inWords(cell)}`;
    opinions.orders[order] = { verdict, text };
    opinions.sampled.orders[order] = listIn(cells[`verdicts_${order}`]).map((one) => verdictIn(one) ?? null);
    found = true;
  }
  for (const response of RESPONSES) {
    const cell = cells[`score_${response}`];
    const text = textOf(cells[`judgement_${response}`]);
    if (isEmpty(cell) && text === "") continue;
    const score = readScore(cell);
    if (!isEmpty(cell) && score === null) return `score_${response} must be a number; it is ${inWords(cell)}`;
    opinions.ratings[response] = { score, text };
    opinions.sampled.ratings[response] = listIn(cells[`scores_${response}`]).map(readScore);
    found = true;
  }
  return found ? opinions : null;
}

const verdictIn = (cell: unknown) =>
  isEmpty(cell) ? null : typeof cell === "string" ? VERDICTS[cell.replaceAll(" ", "")] : undefined;

const isEmpty = (cell: unknown) => cell === undefined || cell === null || cell === "";
const textOf = (cell: unknown) => (typeof cell === "string" ? cell : "");

/** In CSV a list is its JSON. */
function listIn(cell: unknown): unknown[] {
  if (Array.isArray(cell)) return cell;
  if (typeof cell !== "string" || !cell.startsWith("[")) return [];
  try {
    return JSON.parse(cell) as unknown[];
  } catch {
    return [];
  }
}
