import { expect, test } from "vitest";
import { Newest } from "./newest";

/** Whoever is asked answers when told to. */
function slow() {
  const asked: number[] = [];
  const answers: (() => void)[] = [];
  const newest = new Newest((question: number) => {
    asked.push(question);
    return new Promise<void>((resolve) => answers.push(resolve));
  });
  const answer = async () => {
    answers.shift()!();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { asked, newest, answer };
}

test("of all that is offered while one is being answered, only the newest is asked", async () => {
  const { asked, newest, answer } = slow();
  for (const question of [1, 2, 3, 4]) newest.offer(question);
  expect(asked).toEqual([1]);
  await answer();
  expect(asked).toEqual([1, 4]);
  await answer();
  newest.offer(5);
  expect(asked).toEqual([1, 4, 5]);
});

test("what waits can be forgotten", async () => {
  const { asked, newest, answer } = slow();
  newest.offer(1);
  newest.offer(2);
  newest.clear();
  await answer();
  expect(asked).toEqual([1]);
});
