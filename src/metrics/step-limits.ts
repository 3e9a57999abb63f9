import { type Machine, ofKind } from "./machine";

/** A decode step: one token for each sample, behind so many tokens. */
export interface Step {
  samples: number;
  context: number;
}

export const LIMITS = ["memory", "arithmetic", "dispatch"] as const;
export type Limit = (typeof LIMITS)[number];

/** The least a step can take by each limit, in ms, from the better times measured. A limit that is not known is absent. */
export function stepLimits(machine: Machine, step: Step): Partial<Record<Limit, number>> {
  const limits: Partial<Record<Limit, number>> = {};
  const bytes = bytesPerStep(machine, step);
  const traffic = bytes === undefined ? undefined : memoryTraffic(machine, bytes);
  if (bytes !== undefined && traffic !== undefined) limits.memory = (1000 * bytes) / traffic;
  const rate = fastestRate(machine);
  if (rate !== undefined) limits.arithmetic = (1000 * step.samples) / rate;
  const dispatch = ofKind(machine, "dispatch")[0];
  if (dispatch) limits.dispatch = dispatch.lowMs * dispatchesPerStep(machine);
  return limits;
}

/** Bytes that a step must read: all weights once, and each sample's keys and values, those of a shared prompt once for all. */
export function bytesPerStep({ weights, cache }: Machine, { samples, context }: Step): number | undefined {
  if (!weights) return undefined;
  return weights.bytes + (cache.sharesPrefix ? 1 : samples) * context * cache.bytesPerToken;
}

/** Bytes read or written per second, of the copy whose two buffers together are nearest to `bytes` in size. */
export function memoryTraffic(machine: Machine, bytes: number): number | undefined {
  const distance = (copy: { bytes: number }) => Math.abs(Math.log((2 * copy.bytes) / bytes));
  const [nearest] = ofKind(machine, "copy").sort((a, b) => distance(a) - distance(b));
  return nearest && 2 * nearest.bytesPerSecond;
}

/**
 * Tokens per second of what was computed fastest, at its lower quartile: almost always a prompt, whose tokens share each weight and so
 * wait for arithmetic alone. A step that was faster counts as well: what was reached is not out of reach.
 */
export function fastestRate(machine: Machine): number | undefined {
  const rates = [
    ...ofKind(machine, "prefill").map(({ tokens, lowMs }) => (1000 * tokens) / lowMs),
    ...ofKind(machine, "decode").map(({ samples, lowMs }) => (1000 * samples) / lowMs),
  ];
  return rates.length > 0 ? Math.max(...rates) : undefined;
}

/** Multiplications and additions per second at that rate: two for each weight and token. */
export function arithmeticRate(machine: Machine): number | undefined {
  const rate = fastestRate(machine);
  return rate === undefined || !machine.weights ? undefined : 2 * machine.weights.parameters * rate;
}

/** How often a step starts work: as counted on a GPU; on WebAssembly a step is one run. */
function dispatchesPerStep(machine: Machine): number {
  return Math.max(1, ...ofKind(machine, "decode").map(({ dispatches = 1 }) => dispatches));
}
