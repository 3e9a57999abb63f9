import { limitsInWords } from "../metrics/limits-in-words";
import type { Machine } from "../metrics/machine";
import { arithmeticRate, fastestRate, memoryTraffic } from "../metrics/step-limits";
import type { BenchResult } from "./bench-result";
import { APP_VERSION } from "./version";

export function machineOf({ model, measurements }: BenchResult): Machine {
  return { weights: model.weights, cache: model.cache, measurements };
}

/** All numbers of a measurement, with what is needed to compare them with another machine's. Units are in the names. */
export function benchReport(result: BenchResult): string {
  const { model, measurements, skipped, measuredAt, adapter } = result;
  const machine = machineOf(result);
  return JSON.stringify(
    {
      format: "quorum-bench",
      version: 1,
      app: APP_VERSION,
      measuredAt: measuredAt.toISOString(),
      machine: {
        userAgent: navigator.userAgent,
        logicalCores: navigator.hardwareConcurrency,
        adapter: adapter ?? null,
      },
      model,
      measurements,
      skipped,
      limits: {
        trafficBytesPerSecond: memoryTraffic(machine, model.weights?.bytes ?? Infinity) ?? null,
        arithmeticPerSecond: arithmeticRate(machine) ?? null,
        tokensPerSecond: fastestRate(machine) ?? null,
      },
      inWords: limitsInWords(machine),
    },
    null,
    2,
  );
}
