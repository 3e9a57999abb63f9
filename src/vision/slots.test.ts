import { expect, test } from "vitest";
import { createSlots } from "./slots";

test("calls begin in their order, two at once and no more, and go on after one that failed", async () => {
  const slots = createSlots(2);
  const events: string[] = [];
  const call = (name: string) =>
    slots(async () => {
      events.push(`${name} begins`);
      await Promise.resolve();
      events.push(`${name} ends`);
      if (name === "a") throw new Error("a failed");
      return name;
    });
  const results = await Promise.allSettled(["a", "b", "c", "d"].map(call));
  expect(results.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled", "fulfilled"]);
  const running = events.map((event, at) => {
    const count = (word: string) => events.slice(0, at + 1).filter((other) => other.endsWith(word)).length;
    return count("begins") - count("ends");
  });
  expect(Math.max(...running)).toBe(2);
  expect(events.filter((event) => event.endsWith("begins"))).toEqual(["a", "b", "c", "d"].map((name) => `${name} begins`)); // prettier-ignore
});
