// The numbers of each figure, in the order in which it draws them.
import { bothOrders, PLACES } from "../../../metrics/both-orders";
import type { Estimate } from "../../../metrics/interval";
import type { AtK } from "../../../metrics/judge-at-k";
import type { ScoreCount } from "../../../metrics/score-counts";
import { JUDGE_RATES } from "../../../plots/judge-rates-plot";
import type { FigureData } from "../../figure/figure-data";
import type { ShownJudge } from "./shown-judge";

const percentOf = (share: number) => Math.round(1e12 * share) / 1e10;
const within = ({ value, low, high }: Estimate) => ({
  percent: percentOf(value),
  lowPercent: percentOf(low),
  highPercent: percentOf(high),
});
const WITHIN = [
  { key: "percent", label: "%" },
  { key: "lowPercent", label: "95 % interval, low" },
  { key: "highPercent", label: "high" },
];
const JUDGE = { key: "judge", label: "judge" };

export function placesTable(judges: readonly ShownJudge[]): FigureData {
  const columns = [
    JUDGE,
    { key: "pairs", label: "pairs" },
    { key: "both", label: "right in both orders" },
    { key: "first", label: "only with the better one first" },
    { key: "second", label: "only with it second" },
    { key: "neither", label: "in neither" },
  ];
  const rows = judges.map(({ label, pairs }) => {
    const places = bothOrders(pairs);
    const counts = PLACES.map((place) => [place, places[place].length] as const);
    return { judge: label, pairs: pairs.length, ...Object.fromEntries(counts) };
  });
  return { columns, rows };
}

export function ratesTable(judges: readonly ShownJudge[]): FigureData {
  const rows = JUDGE_RATES.flatMap(({ key, label: share }) =>
    judges.map(({ label, worth }) => ({ share, judge: label, pairs: worth.count, ...within(worth[key]) })),
  );
  const columns = [{ key: "share", label: "share" }, JUDGE, { key: "pairs", label: "pairs" }, ...WITHIN];
  return { columns, rows };
}

export function scoresTable(counts: readonly ScoreCount[]): FigureData {
  const columns = [
    { key: "score", label: "score" },
    { key: "right", label: "right solutions" },
    { key: "wrong", label: "wrong solutions" },
  ];
  const rows = counts.map(({ score, right, wrong }) => ({
    score,
    right: right.length,
    wrong: wrong.length,
  }));
  return { columns, rows };
}

export function atKTable(judges: readonly { label: string; points: readonly AtK[] }[]): FigureData {
  const columns = [
    JUDGE,
    { key: "of", label: "of" },
    { key: "k", label: "k" },
    { key: "pairs", label: "pairs" },
    ...WITHIN,
  ];
  const rows = judges.flatMap(({ label, points }) =>
    (["consistent", "flipped", "auc"] as const).flatMap((of) =>
      points.map((point) => ({ judge: label, of, k: point.k, pairs: point.count, ...within(point[of]) })),
    ),
  );
  return { columns, rows };
}
