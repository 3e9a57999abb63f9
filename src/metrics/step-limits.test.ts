import { expect, test } from "vitest";
import { type Machine, stepsByContext, stepsBySamples } from "./machine";
import { arithmeticRate, bytesPerStep, memoryTraffic, stepLimits } from "./step-limits";

const spread = (ms: number) => ({ ms, lowMs: ms, highMs: ms, tries: 9 });
const machine: Machine = {
  weights: { parameters: 2_000_000, bytes: 8_000_000 },
  cache: { bytesPerToken: 1000, sharesPrefix: true },
  measurements: [
    { measure: "copy", bytes: 64_000_000, bytesPerSecond: 5e9, tries: 5 },
    { measure: "copy", bytes: 4_000_000, bytesPerSecond: 10e9, tries: 5 },
    { measure: "dispatch", ...spread(0.05) },
    { measure: "prefill", tokens: 64, ...spread(8) },
    { measure: "decode", samples: 16, context: 64, ...spread(3) },
    { measure: "decode", samples: 1, context: 64, ...spread(1) },
    { measure: "prefill", tokens: 256, ...spread(40) },
    { measure: "decode", samples: 16, context: 256, ...spread(4) },
  ],
};

test("a step reads the weights once, and the prompt's keys and values once or once per sample", () => {
  expect(bytesPerStep(machine, { samples: 16, context: 100 })).toBe(8_100_000);
  const copies = { ...machine, cache: { bytesPerToken: 1000, sharesPrefix: false } };
  expect(bytesPerStep(copies, { samples: 16, context: 100 })).toBe(9_600_000);
  expect(bytesPerStep({ ...machine, weights: undefined }, { samples: 1, context: 1 })).toBeUndefined();
});

test("a copy reads and writes; the one of the nearest size counts", () => {
  expect(memoryTraffic(machine, 8_000_000)).toBe(20e9);
  expect(memoryTraffic(machine, 500_000_000)).toBe(10e9);
  expect(memoryTraffic({ ...machine, measurements: [] }, 1)).toBeUndefined();
});

test("the fastest prompt sets the rate of arithmetic, whatever the samples", () => {
  expect(arithmeticRate(machine)).toBe(2 * 2_000_000 * 8000);
  expect(stepLimits(machine, { samples: 16, context: 64 }).arithmetic).toBeCloseTo(2);
  expect(stepLimits(machine, { samples: 64, context: 64 }).arithmetic).toBeCloseTo(8);
});

test("a step that was faster than any prompt sets it instead", () => {
  const fast = { measure: "decode", samples: 64, context: 64, ...spread(4) } as const;
  const measured = { ...machine, measurements: [...machine.measurements, fast] };
  expect(stepLimits(measured, { samples: 64, context: 64 }).arithmetic).toBeCloseTo(4);
});

test("memory and dispatch take the same however many samples there are", () => {
  const [one, many] = [1, 64].map((samples) => stepLimits(machine, { samples, context: 0 }));
  expect(one!.memory).toBeCloseTo(0.4);
  expect(many!.memory).toBeCloseTo(0.4);
  expect(one!.dispatch).toBe(0.05);
});

test("on a GPU each dispatch of a step counts", () => {
  const decode = { measure: "decode", samples: 1, context: 64, dispatches: 116, ...spread(9) } as const;
  const gpu = { ...machine, measurements: [...machine.measurements, decode] };
  expect(stepLimits(gpu, { samples: 1, context: 64 }).dispatch).toBeCloseTo(5.8);
});

test("what is not known is absent", () => {
  expect(stepLimits({ ...machine, measurements: [] }, { samples: 1, context: 64 })).toEqual({});
});

test("steps are told apart by samples and by context", () => {
  expect(stepsBySamples(machine).map(({ samples }) => samples)).toEqual([1, 16]);
  expect(stepsByContext(machine).map(({ context }) => context)).toEqual([64, 256]);
});
