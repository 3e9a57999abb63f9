import { expect, test } from "vitest";
import { IdleWork } from "./idle-work";
import { nextTask } from "./next-task";

/** Steps until it is aborted, and writes down its beginning and its end. */
const stepping = (name: string, told: string[]) => async (signal: AbortSignal) => {
  told.push(`${name} begins`);
  while (!signal.aborted) await nextTask();
  await nextTask();
  told.push(`${name} ends`);
  signal.throwIfAborted();
};

test("whoever ends it waits for the step under way, and hears of no error", async () => {
  const [idle, told] = [new IdleWork(), [] as string[]];
  const begun = idle.begin(stepping("a", told));
  await nextTask();
  await idle.end();
  told.push("a run begins");
  await begun;
  expect(told).toEqual(["a begins", "a ends", "a run begins"]);
});

test("new work begins when the old has ended, and not at all if it is ended before", async () => {
  const [idle, told] = [new IdleWork(), [] as string[]];
  const all = ["a", "b", "c"].map((name) => idle.begin(stepping(name, told)));
  await nextTask();
  const last = idle.begin(stepping("d", told));
  await nextTask();
  await nextTask();
  await nextTask();
  await idle.end();
  await Promise.all([...all, last]);
  expect(told).toEqual(["c begins", "c ends", "d begins", "d ends"]);
});

test("work that fails leaves the next undisturbed", async () => {
  const idle = new IdleWork();
  await idle.begin(() => Promise.reject(new Error("lost")));
  let done = false;
  await idle.begin(() => {
    done = true;
    return Promise.resolve();
  });
  expect(done).toBe(true);
});
