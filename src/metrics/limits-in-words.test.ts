import { describe, expect, test } from "vitest";
import { explainSteps } from "./explain-steps";
import { limitsInWords } from "./limits-in-words";
import type { Machine } from "./machine";

const spread = (ms: number) => ({ ms, lowMs: ms, highMs: ms, tries: 9 });

/** Weights that take `memoryMs` to read, `arithmeticMs` for one token, `dispatchMs` to start, and steps as measured. */
function machine(
  { memoryMs = 0.001, arithmeticMs = 0.0001, dispatchMs = 0.0001 },
  steps: Record<number, number>,
): Machine {
  return {
    weights: { parameters: 2_000_000, bytes: 8_000_000 },
    cache: { bytesPerToken: 0, sharesPrefix: true },
    measurements: [
      { measure: "copy", bytes: 4_000_000, bytesPerSecond: 4_000_000_000 / memoryMs, tries: 5 },
      { measure: "dispatch", ...spread(dispatchMs) },
      { measure: "prefill", tokens: 100, ...spread(100 * arithmeticMs) },
      ...Object.entries(steps).map(
        ([samples, ms]) =>
          ({ measure: "decode", samples: Number(samples), context: 64, ...spread(ms) }) as const,
      ),
    ],
  };
}

describe("what limits this machine", () => {
  test("memory first, then arithmetic", () => {
    const measured = machine({ memoryMs: 0.6, arithmeticMs: 0.13 }, { 1: 0.9, 4: 1.2, 16: 3, 64: 11 });
    expect(explainSteps(measured).map(({ cause }) => cause)).toEqual([
      "memory",
      "memory",
      "arithmetic",
      "arithmetic",
    ]);
    expect(limitsInWords(measured)).toEqual([
      "With 1 sample at a time this machine mostly waits for memory: to read 8 MB of weights takes at least 0.6 ms of the 0.9 ms that a step takes.",
      "From 16 samples on it is busy with arithmetic: more samples take proportionally more time.",
      "64 samples together bring 5.2 times as many tokens per second as 1 sample.",
    ]);
  });

  test("arithmetic that does not grow in proportion is not said to", () => {
    const [, change] = limitsInWords(
      machine({ memoryMs: 0.6, arithmeticMs: 0.13 }, { 1: 0.9, 16: 4, 64: 9 }),
    );
    expect(change).toBe("From 16 samples on it is busy with arithmetic.");
  });

  test("dispatch all the way", () => {
    const words = limitsInWords(machine({ dispatchMs: 8 }, { 1: 10, 4: 10.1 }));
    expect(words[0]).toContain("waits for work to be started: that takes at least 8 ms of the 10 ms");
    expect(words[1]).toBe("So it stays up to 4 samples.");
  });

  test("a limit as large as the step itself, or larger, is practically all of it", () => {
    const [words] = limitsInWords(machine({ memoryMs: 1.1 }, { 1: 1 }));
    expect(words).toContain("takes practically all of the 1 ms that a step takes");
  });

  test("where no limit accounts for half of a step, that is said", () => {
    const words = limitsInWords(machine({ memoryMs: 0.3 }, { 1: 1 }));
    expect(words).toEqual([
      "With 1 sample at a time no limit explains a step: reading the weights takes at least 0.3 ms of the 1 ms that a step takes, and many small operations take the rest.",
    ]);
  });

  test("times that vary a lot are pointed out", () => {
    const quiet = machine({ memoryMs: 0.9 }, { 1: 1, 4: 1 });
    const measurements = quiet.measurements.map((each) =>
      "lowMs" in each ? { ...each, highMs: 2 * each.lowMs } : each,
    );
    expect(limitsInWords(quiet).join(" ")).not.toContain("measure again");
    expect(limitsInWords({ ...quiet, measurements }).at(-1)).toContain("measure again when it is quiet");
  });

  test("nothing while nothing was measured", () => {
    expect(limitsInWords(machine({}, {}))).toEqual([]);
  });
});
