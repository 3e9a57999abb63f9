import { type Decode, type Machine, stepsBySamples } from "./machine";
import { type Limit, LIMITS, stepLimits } from "./step-limits";

/** A limit explains a step if it accounts for at least this share of its time. */
const EXPLAINS = 0.5;

/** What a step mostly waits for; `runtime` where no limit accounts for half of it. */
export type Cause = Limit | "runtime";

export interface Explained {
  step: Decode;
  cause: Cause;
  /** The limit that comes nearest, and the least time that it allows. */
  limit: Limit;
  limitMs: number;
}

/** Each measured step with what it mostly waits for. Steps of which no limit is known are left out. */
export function explainSteps(machine: Machine): Explained[] {
  return stepsBySamples(machine).flatMap((step) => {
    const limits = stepLimits(machine, step);
    const [limit] = LIMITS.filter((name) => limits[name] !== undefined).sort(
      (a, b) => limits[b]! - limits[a]!,
    );
    if (!limit) return [];
    const limitMs = limits[limit]!;
    return [{ step, cause: limitMs >= EXPLAINS * step.ms ? limit : "runtime", limit, limitMs }];
  });
}
