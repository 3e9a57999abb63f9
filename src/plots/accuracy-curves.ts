import type { Spending, SpendingLine } from "../metrics/accuracy-by-tokens";
import { count, significant } from "../metrics/in-words";
import { type CostAxis, costDomain, type Curve } from "./curves";
import { decadeTicks } from "./log-scale";
import { methodLook, type MethodLook } from "./method-colours";

export interface AccuracySeries {
  lines: readonly SpendingLine[];
  /** A curve from elsewhere, whose problems are not at hand, to stand behind the lines. */
  beside?: { label: string; points: readonly Omit<Spending, "problems">[] } | undefined;
}

/** What is spent: tokens, or samples where tokens are not known. */
export type Cost = "tokens" | "samples";

const BESIDE: MethodLook = { colour: "var(--line-strong)", symbol: "circle", dash: [2, 2] };

/** The lines that have points on the axis, the one beside at the back. */
export function accuracyCurves({ lines, beside }: AccuracySeries, cost: Cost): Curve[] {
  return [
    ...(beside ? [{ id: "beside", ...beside, look: BESIDE }] : []),
    ...lines.map((line) => ({ ...line, look: methodLook(line.id) })),
  ]
    .map((line) => ({ ...line, points: line.points.flatMap((point) => curvePoint(point, cost)) }))
    .filter(({ points }) => points.length > 0);
}

function curvePoint(point: Omit<Spending, "problems"> & Partial<Spending>, cost: Cost) {
  if (!Number.isFinite(point[cost])) return [];
  const { samples, tokens, accuracy, problems = () => [] } = point;
  const spent = Number.isFinite(tokens) ? `, ${significant(tokens)} tokens per problem` : "";
  return [
    { key: samples, x: point[cost], share: accuracy, where: count(samples, "sample") + spent, problems },
  ];
}

/** With at most so many ticks, unless each is a number of samples. */
export function accuracyAxis(curves: readonly Curve[], cost: Cost, most: number): CostAxis {
  const domain = costDomain(curves);
  const samples = new Set(curves.flatMap(({ points }) => points.map(({ x }) => x)));
  return cost === "tokens"
    ? { domain, ticks: decadeTicks(domain, most), label: "Generated tokens per problem" }
    : { domain, ticks: [...samples].sort((a, b) => a - b), label: "Samples per problem" };
}
