import { expect, test } from "vitest";
import { decide } from "../src/lab/answers/equality";
import { hostilePair } from "./hostile-answers";

const COUNT = 10_000;
/** What one comparison may take. Garbage collection and compilation fall on some, so ten may take longer. */
const MOST_MS = 50;
/** Nothing that hangs or takes exponential time stays below this. */
const MOST_MS_OF_ANY = 500;
/** What a usual one takes at most where these were set. On a slower machine all may take as much longer. */
const USUAL_MS = 0.5;

/** Of this process, so that the time does not depend on what else the machine does. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

test(
  "10,000 hostile pairs are each compared within 50 ms of processor time, and without a fault",
  { timeout: 120_000 },
  () => {
    const times: number[] = [];
    const verdicts = new Set<string>();
    for (let i = 0; i < COUNT; i++) {
      const { gold, answer } = hostilePair(i);
      const began = processorMs();
      const { verdict, because } = decide(gold, answer);
      times.push(processorMs() - began);
      verdicts.add(verdict);
      if (because === "comparing them failed") expect.soft({ gold, answer }).toBe("compared without a fault");
    }
    times.sort((a, b) => b - a);
    const slowness = Math.max(1, times[COUNT / 2]! / USUAL_MS);
    expect(times[COUNT / 1000]).toBeLessThan(slowness * MOST_MS);
    expect(times[0]).toBeLessThan(slowness * MOST_MS_OF_ANY);
    expect([...verdicts].sort()).toEqual(["different", "equal", "not comparable"]);
  },
);
