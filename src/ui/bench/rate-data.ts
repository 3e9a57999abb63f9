import {
  type Decode,
  type Machine,
  stepsByContext,
  stepsBySamples,
  tokensPerSecond,
} from "../../metrics/machine";
import { stepLimits } from "../../metrics/step-limits";
import type { FigureData } from "../figure/figure-data";

const RATES = [
  { key: "tokensPerSecond", label: "tokens/s" },
  { key: "msPerStep", label: "ms per step" },
  { key: "msLowerQuartile", label: "lower quartile, ms" },
  { key: "msUpperQuartile", label: "upper quartile, ms" },
  { key: "memoryTokensPerSecond", label: "most by memory, tokens/s" },
  { key: "arithmeticTokensPerSecond", label: "most by arithmetic, tokens/s" },
  { key: "dispatchTokensPerSecond", label: "most by starting work, tokens/s" },
];

export function ratesBySamples(machine: Machine): FigureData {
  const rows = stepsBySamples(machine).map((step) => ({ samples: step.samples, ...rowOf(machine, step) }));
  return { columns: [{ key: "samples", label: "N" }, ...RATES], rows };
}

export function ratesByContext(machine: Machine): FigureData {
  const rows = stepsByContext(machine).map((step) => ({ context: step.context, ...rowOf(machine, step) }));
  return { columns: [{ key: "context", label: "context, tokens" }, ...RATES], rows };
}

function rowOf(machine: Machine, step: Decode): Record<string, number> {
  const limits = Object.entries(stepLimits(machine, step)).map(
    ([limit, ms]) => [`${limit}TokensPerSecond`, tokensPerSecond(step, ms)] as const,
  );
  return {
    tokensPerSecond: tokensPerSecond(step, step.ms),
    msPerStep: step.ms,
    msLowerQuartile: step.lowMs,
    msUpperQuartile: step.highMs,
    ...Object.fromEntries(limits),
  };
}
