import { percentWithin } from "../metrics/in-words";
import type { Estimate } from "../metrics/interval";
import type { MethodLook } from "./method-colours";

/** Shares of problems along something that is spent, such as tokens or samples. */
export interface Curve {
  id: string;
  label: string;
  look: MethodLook;
  points: readonly CurvePoint[];
}

export interface CurvePoint {
  /** Its place on the curve in every drawing. */
  key: number;
  x: number;
  share: Estimate;
  /** "16 samples, 640 tokens per problem". */
  where: string;
  opens?: string;
  problems: () => readonly number[];
}

/** What is spent, on a scale of equal ratios. */
export interface CostAxis {
  label: string;
  domain: [number, number];
  ticks: readonly number[];
}

/** A curve in a sentence: where it begins and where it ends. */
export function curveInWords({ label, points }: Curve): string {
  const said = ({ share, where }: CurvePoint) => `${percentWithin(share)} with ${where}`;
  const [from, to] = [points[0]!, points.at(-1)!];
  return from === to ? `${label}: ${said(from)}.` : `${label}: from ${said(from)} to ${said(to)}.`;
}

/** From a little left of the least to a little right of the most. */
export function costDomain(curves: readonly Curve[]): [number, number] {
  const costs = curves.flatMap(({ points }) => points.map(({ x }) => x));
  const [low, high] = [Math.min(...costs), Math.max(...costs)];
  return [low / 1.2, high > low ? high * 1.06 : high * 1.2];
}
