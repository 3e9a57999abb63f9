import { expect, test } from "vitest";
import { InTurn } from "./in-turn.svelte";

/** Pauses end when `next` is called, one with each call. */
function stepped() {
  const waiting: (() => void)[] = [];
  const pause = () => new Promise<void>((resolve) => waiting.push(resolve));
  const next = async () => {
    waiting.shift()?.();
    await Promise.resolve().then(() => {});
  };
  return { pause, next };
}

const shown = (inTurn: InTurn<string>) => inTurn.turns.map(({ shown }) => shown);

test("places take a value one by one, each after a pause", async () => {
  const { pause, next } = stepped();
  const inTurn = new InTurn<string>(3, pause);
  inTurn.offer("a");
  expect(shown(inTurn)).toEqual([undefined, undefined, undefined]);
  await next();
  expect(shown(inTurn)).toEqual(["a", undefined, undefined]);
  await next();
  await next();
  expect(shown(inTurn)).toEqual(["a", "a", "a"]);
});

test("a newer value takes the place of one that waits, and all end with the newest", async () => {
  const { pause, next } = stepped();
  const inTurn = new InTurn<string>(2, pause);
  inTurn.offer("a");
  await next();
  inTurn.offer("b");
  await next();
  expect(shown(inTurn)).toEqual(["a", "b"]);
  await next();
  expect(shown(inTurn)).toEqual(["b", "b"]);
  inTurn.offer("c"); // And once more after all is shown.
  await next();
  await next();
  expect(shown(inTurn)).toEqual(["c", "c"]);
});
