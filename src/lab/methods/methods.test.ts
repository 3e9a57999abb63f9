import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { drawn } from "../../../tests/drawn";
import { seededRandom } from "../random";
import { adaptive, isSettled, leads } from "./adaptive";
import { METHODS } from "./index";
import { drawnPool, type SamplePool } from "./method";

const A = "1";
const B = "2";

/** What a method takes and pays for. */
async function outcome(id: string, answers: (string | null)[], most = answers.length) {
  const method = METHODS.find((one) => one.id === id)!;
  const selection = await method.run(drawnPool(drawn(answers, { expected: A })), most);
  const { right, of } = selection!.expectedAccuracy!;
  return { accuracy: right / of, tokens: selection!.tokens };
}

test("each method has an id of its own, a label, and a sentence", () => {
  expect(new Set(METHODS.map(({ id }) => id)).size).toBe(METHODS.length);
  for (const { label, description } of METHODS) expect(label && description).toMatch(/\.$/);
});

test("every file of a method is in the list", () => {
  const own = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith(".ts"))
    .filter((file) => !/(test|index|method|reading|selecting|are-scored|with-readings)\.ts$/.test(file));
  for (const file of own) expect(METHODS.map(({ id }) => `${id}.ts`)).toContain(file);
});

test("first pays for one sample, the vote for all it may take", async () => {
  expect(await outcome("first", [B, A, A])).toEqual({ accuracy: 0, tokens: 10 });
  expect(await outcome("majority", [B, A, A])).toEqual({ accuracy: 1, tokens: 30 });
  expect(await outcome("majority", [B, A, A], 2)).toEqual({ accuracy: 0.5, tokens: 20 });
});

describe("the adaptive vote", () => {
  test("stops when the leader is sure enough, and pays for what it took", async () => {
    const { accuracy, tokens } = await outcome("adaptive", new Array<string>(16).fill(A));
    expect(accuracy).toBe(1);
    expect(tokens).toBeLessThan(60);
  });

  test("goes on while answers tie", async () => {
    const turn = Array.from({ length: 16 }, (_, i) => (i % 2 ? A : B));
    expect(await outcome("adaptive", turn)).toEqual({ accuracy: 0.5, tokens: 160 });
  });

  test("stops where the vote cannot turn any more, sure or not", () => {
    expect(isSettled([3, 1], 1)).toBe(true);
    expect(isSettled([3, 1], 2)).toBe(false);
    expect(isSettled([], 2)).toBe(false);
  });

  test("ends with the pool, where it has fewer samples than allowed", async () => {
    expect(await outcome("adaptive", [null, A], 16)).toEqual({ accuracy: 1, tokens: 20 });
  });

  test("asks for no sample before it knows that it needs it", async () => {
    const asked: number[] = [];
    const candidates = drawn(new Array<string>(16).fill(A));
    const pool: SamplePool = {
      take(count) {
        asked.push(count);
        return Promise.resolve(candidates.slice(0, count));
      },
    };
    const selection = await adaptive.run(pool, 16);
    expect(asked).toEqual(asked.map((_, at) => at + 1));
    expect(asked).toHaveLength(selection!.tokens / 10);
  });
});

test("the leader's probability is that of a Beta posterior", () => {
  // 1 − pbeta(0.5, a + 1, b + 1) in R.
  expect(leads(0, 0)).toBe(0.5);
  expect(leads(4, 0)).toBeCloseTo(1 - 1 / 32, 12);
  expect(leads(5, 2)).toBeCloseTo(0.85546875, 12);
  expect(leads(2, 5)).toBeCloseTo(1 - 0.85546875, 12);
});

test("a method that has enough of some samples takes no more than these, and one that has not takes more", async () => {
  const random = seededRandom(7);
  const answers = Array.from({ length: 200 }, () =>
    Array.from({ length: 16 }, () => [A, B, "3", null][Math.floor(5 * random() ** 2)] ?? A),
  );
  for (const method of METHODS.filter(({ hasEnough }) => hasEnough))
    for (const candidates of answers.map((one) => drawn(one))) {
      let taken = 0;
      const pool = {
        take: (count: number) => Promise.resolve(candidates.slice(0, (taken = Math.max(taken, count)))),
      };
      await method.run(pool, 16);
      const enough = candidates.map((_, at) => method.hasEnough!(candidates.slice(0, at + 1), 16));
      expect(enough.indexOf(true) + 1 || 16).toBe(taken);
      expect(enough.slice(taken - 1, 15)).not.toContain(false); // The last may be taken though nothing is settled.
    }
});
