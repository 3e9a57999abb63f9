import {
  type Decode,
  type Machine,
  stepsByContext,
  stepsBySamples,
  tokensPerSecond,
} from "../metrics/machine";
import { type Limit, LIMITS, type Step, stepLimits } from "../metrics/step-limits";

/** A measured rate in tokens per second, with the rates of the slower and the faster quarter of its tries. */
export interface RatePoint {
  x: number;
  rate: number;
  low: number;
  high: number;
}

/** The most tokens per second that a limit allows at each x. */
export interface LimitLine {
  limit: Limit;
  at: (x: number) => number;
}

export const LIMIT_NAMES: Record<Limit, string> = {
  memory: "memory",
  arithmetic: "arithmetic",
  dispatch: "starting work",
};

export function ratePoints(steps: readonly Decode[], xOf: (step: Decode) => number): RatePoint[] {
  return steps.map((step) => ({
    x: xOf(step),
    rate: tokensPerSecond(step, step.ms),
    low: tokensPerSecond(step, step.highMs),
    high: tokensPerSecond(step, step.lowMs),
  }));
}

/** The limits that are known, along an axis of steps. */
export function limitLines(machine: Machine, stepAt: (x: number) => Step): LimitLine[] {
  const known = stepLimits(machine, stepAt(1));
  return LIMITS.filter((limit) => (known[limit] ?? 0) > 0).map((limit) => ({
    limit,
    at: (x) => tokensPerSecond(stepAt(x), stepLimits(machine, stepAt(x))[limit]!),
  }));
}

/** Rates from the slowest to the fastest of all figures, with the lowest limit at each point: so figures can be compared. */
export function rateDomain(machine: Machine): [number, number] | undefined {
  const steps = [...stepsBySamples(machine), ...stepsByContext(machine)];
  const rates = steps.flatMap((step) => {
    const roof = Math.max(0, ...Object.values(stepLimits(machine, step)));
    return [step.lowMs, step.highMs, ...(roof > 0 ? [roof] : [])].map((ms) => tokensPerSecond(step, ms));
  });
  if (rates.length === 0) return undefined;
  return [Math.min(...rates) * 0.7, Math.max(...rates) * 1.7];
}
