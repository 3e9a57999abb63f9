import { significant } from "../metrics/in-words";
import { type Machine, stepsByContext, stepsBySamples } from "../metrics/machine";
import { type LimitLine, limitLines, type RatePoint, ratePoints } from "./rates";

/** Rates against something, with the limits along it. */
export interface RateSeries {
  title: string;
  /** The figure in a sentence, for those who do not see it. */
  description: string;
  axis: { label: string; ticks: readonly number[] };
  points: readonly RatePoint[];
  limits: readonly LimitLine[];
}

/** How many tokens a second there are with how many samples at a time. */
export function seriesBySamples(machine: Machine): RateSeries {
  const steps = stepsBySamples(machine);
  const context = steps[0]?.context ?? 0;
  const points = ratePoints(steps, ({ samples }) => samples);
  return {
    title: "Tokens per second against samples at a time",
    description: inSentences(points, (samples) => `${samples} samples at a time`),
    axis: { label: "samples at a time (N)", ticks: [1, 4, 16, 64] },
    points,
    limits: limitLines(machine, (samples) => ({ samples, context })),
  };
}

/** How many tokens a second there are behind how long a text. */
export function seriesByContext(machine: Machine): RateSeries {
  const steps = stepsByContext(machine);
  const samples = steps[0]?.samples ?? 1;
  const points = ratePoints(steps, ({ context }) => context);
  return {
    title: `Tokens per second against the length of the text before them, ${samples} samples at a time`,
    description: inSentences(points, (context) => `Behind ${context} tokens`),
    axis: { label: "tokens of context", ticks: [64, 256, 1024] },
    points,
    limits: limitLines(machine, (context) => ({ samples, context })),
  };
}

function inSentences(points: readonly RatePoint[], nameOf: (x: number) => string): string {
  return points.map(({ x, rate }) => `${nameOf(x)}: ${significant(rate)} tokens per second.`).join(" ");
}
