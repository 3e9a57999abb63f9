import { expect, test } from "vitest";
import { readEvalOptions } from "./options";
import { problemSet } from "./problem-set";

const numbers = (args: string) => problemSet(readEvalOptions(args.split(" "))).map(({ id }) => id);

test("a set holds as many problems as asked for, and the seed chooses others", () => {
  const [one, other] = [numbers("--count 30 --seed 0"), numbers("--count 30 --seed 1")];
  expect(one).toHaveLength(30);
  expect(one.filter((id) => other.includes(id))).toEqual([]);
});

test("where a level has fewer, the set is all there are", { timeout: 30_000 }, () => {
  expect(numbers("--count 200 --level 1").length).toBeGreaterThan(50);
  expect(numbers("--count 200 --level 1").length).toBeLessThan(200);
});

test("a split that a level does not have is refused by name", () => {
  expect(() => numbers("--level 1 --split novel")).toThrow(/level 1 has no novel problem/);
});
