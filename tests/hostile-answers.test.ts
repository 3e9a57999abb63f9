import { expect, test } from "vitest";
import { decide } from "../src/lab/answers/equality";
import { hostilePair } from "./hostile-answers";

const COUNT = 10_000;
/** What one comparison may take: in quiet, all of them; of a machine that does other things, all but ten. */
const MOST_MS = 50;
/** Nothing that hangs or takes exponential time stays below this, whatever else the machine does. */
const MOST_MS_WHEN_BUSY = 1000;

test("10,000 hostile pairs are each compared within 50 ms, and without a fault", { timeout: 120_000 }, () => {
  const times: number[] = [];
  const verdicts = new Set<string>();
  for (let i = 0; i < COUNT; i++) {
    const { gold, answer } = hostilePair(i);
    const began = performance.now();
    const { verdict, because } = decide(gold, answer);
    times.push(performance.now() - began);
    verdicts.add(verdict);
    if (because === "comparing them failed") expect.soft({ gold, answer }).toBe("compared without a fault");
  }
  times.sort((a, b) => b - a);
  expect(times[COUNT / 1000]).toBeLessThan(MOST_MS);
  expect(times[0]).toBeLessThan(MOST_MS_WHEN_BUSY);
  expect([...verdicts].sort()).toEqual(["different", "equal", "not comparable"]);
});
