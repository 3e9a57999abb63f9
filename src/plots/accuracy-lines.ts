import type { Spending } from "../metrics/accuracy-by-tokens";
import { count, percentWithin, significant } from "../metrics/in-words";
import type { LogScale } from "./log-scale";
import type { LinearScale } from "./frame";
import { methodLook, type MethodLook } from "./method-colours";
import type { Reading } from "./drawing";
import { decadeTicks } from "./log-scale";

/** A method's line, or one that stands beside for comparison, whose problems are not at hand. */
export interface AccuracyLine {
  id: string;
  label: string;
  look: MethodLook;
  points: readonly AccuracyPoint[];
}
export type AccuracyPoint = Omit<Spending, "problems"> & Partial<Pick<Spending, "problems">>;

const BESIDE: MethodLook = { colour: "var(--line-strong)", symbol: "circle", dash: [2, 2] };

/** What costs are counted in. */
export type Cost = "tokens" | "samples";

export interface AccuracySeries {
  lines: readonly { id: string; label: string; points: readonly Spending[] }[];
  beside?: { label: string; points: readonly AccuracyPoint[] } | undefined;
}

/** The lines with points on the axis, the one beside at the back. */
export function accuracyLines({ lines, beside }: AccuracySeries, cost: Cost): AccuracyLine[] {
  return [
    ...(beside ? [{ id: "beside", ...beside, look: BESIDE }] : []),
    ...lines.map((line) => ({ ...line, look: methodLook(line.id) })),
  ]
    .map((line) => ({ ...line, points: line.points.filter((point) => Number.isFinite(point[cost])) }))
    .filter(({ points }) => points.length > 0);
}

/** From a little left of the cheapest point to a little right of the dearest, with ticks for so many letters' room. */
export function costAxis(lines: readonly AccuracyLine[], cost: Cost, most: number) {
  const costs = lines.flatMap(({ points }) => points.map((point) => point[cost]));
  const [low, high] = [Math.min(...costs), Math.max(...costs)];
  const domain: [number, number] = [low / 1.2, high > low ? high * 1.06 : high * 1.2];
  const samples = [...new Set(costs)].sort((a, b) => a - b);
  return cost === "tokens"
    ? { domain, ticks: decadeTicks(domain, most), label: "Generated tokens per problem" }
    : { domain, ticks: samples, label: "Samples per problem" };
}

/** Each point to be read, line by line. */
export function accuracyReadings(
  lines: readonly AccuracyLine[],
  cost: Cost,
  x: LogScale,
  y: LinearScale,
): Reading[] {
  return lines.flatMap(({ id, label, points }, row) =>
    points.map((point) => ({
      key: `${id} ${point.samples}`,
      row,
      x: x(point[cost]),
      y: y(point.accuracy.value),
      what: [label, ...costInWords(point)].join(", "),
      value: percentWithin(point.accuracy),
      problems: point.problems ?? (() => []),
    })),
  );
}

function costInWords({ samples, tokens }: AccuracyPoint): string[] {
  const words = count(samples, "sample");
  return Number.isFinite(tokens) ? [words, `${significant(tokens)} tokens per problem`] : [words];
}

/** A line in a sentence: where it begins and where it ends. */
export function lineInWords({ label, points }: AccuracyLine): string {
  const said = (point: AccuracyPoint) =>
    `${percentWithin(point.accuracy)} with ${costInWords(point).join(", ")}`;
  const [from, to] = [points[0]!, points.at(-1)!];
  return from === to ? `${label}: ${said(from)}.` : `${label}: from ${said(from)} to ${said(to)}.`;
}
