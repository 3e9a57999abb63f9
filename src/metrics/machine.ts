import type { CacheMemory } from "../../workers/protocol";
import type { Measurement, StepWeights } from "../../workers/protocol/measure";

/** A device with a model on it, and what was measured of them so far. */
export interface Machine {
  weights?: StepWeights | undefined;
  cache: Pick<CacheMemory, "bytesPerToken" | "sharesPrefix">;
  measurements: readonly Measurement[];
}

export type Measured<Kind extends Measurement["measure"]> = Measurement & { measure: Kind };
export type Decode = Measured<"decode">;

/** The measurements of one kind, in the order they were made. */
export function ofKind<Kind extends Measurement["measure"]>(machine: Machine, kind: Kind): Measured<Kind>[] {
  return machine.measurements.filter((each): each is Measured<Kind> => each.measure === kind);
}

/** Steps behind the shortest prompt, by their number of samples. */
export function stepsBySamples(machine: Machine): Decode[] {
  const steps = ofKind(machine, "decode");
  const shortest = Math.min(...steps.map(({ context }) => context));
  return steps.filter(({ context }) => context === shortest).sort((a, b) => a.samples - b.samples);
}

/** Steps of as many samples as were measured behind most prompts, by the prompt's length. */
export function stepsByContext(machine: Machine): Decode[] {
  const steps = ofKind(machine, "decode");
  const longest = Math.max(...steps.map(({ context }) => context));
  const samples = steps.find(({ context }) => context === longest)?.samples;
  return steps.filter((step) => step.samples === samples).sort((a, b) => a.context - b.context);
}

export function tokensPerSecond({ samples }: { samples: number }, ms: number): number {
  return (1000 * samples) / ms;
}
