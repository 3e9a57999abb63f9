import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { breathing } from "./breathing";

let now = 0;
beforeEach(() => void vi.spyOn(performance, "now").mockImplementation(() => now));
afterEach(() => vi.restoreAllMocks());

test("work goes on for 8 ms at a stretch, and then others come first", async () => {
  const breathe = breathing();
  now += 7.9;
  expect(breathe()).toBeUndefined();
  now += 0.1;
  const pause = breathe();
  expect(pause).toBeDefined();
  now += 1000;
  await pause;
  now += 7.9;
  expect(breathe()).toBeUndefined(); // Time in which others worked is not counted.
});

test("a pause is a task, not only a promise", async () => {
  const breathe = breathing();
  let promises = 0;
  void (async () => {
    for (; promises < 1000; promises++) await Promise.resolve();
  })();
  now += 8;
  await breathe();
  expect(promises).toBe(1000); // All that promises can do was done before.
});

test("work that nobody waits for any more ends at its next pause", async () => {
  const controller = new AbortController();
  const breathe = breathing(controller.signal);
  controller.abort();
  expect(breathe()).toBeUndefined();
  now += 8;
  await expect(breathe()).rejects.toThrow(/aborted/);
});
