import { describe, expect, test } from "vitest";
import { chiSquare } from "../../../tests/chi-square";
import { errorCode, type SamplingOptions } from "../../../workers/protocol";
import { drawProbabilities } from "../../../tests/draw-probabilities";
import { seededRandom } from "../../lab/random";
import { gumbel } from "./gumbel-max";
import { minPFloor } from "./min-p";
import { randomBits, streamKey } from "./random-bits";
import { sampleToken } from "./sample-token";

const OPEN: SamplingOptions = { temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: 1, stop: [], seed: 1 };
const DRAWS = 16_384;

/** 64 logits spread over about ten nats, the same for each run. */
const LOGITS = Float32Array.from({ length: 64 }, seededRandom("logits")).map((u) => 10 * (u - 0.5));

function draw(options: SamplingOptions, seen?: Set<number>): number[] {
  const counts = new Array<number>(LOGITS.length).fill(0);
  for (let i = 0; i < DRAWS; i++)
    counts[sampleToken(LOGITS, { options, sample: i % 16, step: i >> 4, seen }).id]!++;
  return counts;
}

describe.each([1, 2, 3, 4_294_967_295])("with seed %i, draws follow the textbook's distribution", (seed) => {
  test.each<[string, Partial<SamplingOptions>]>([
    ["at temperature 1", {}],
    ["at temperature 0.5", { temperature: 0.5 }],
    ["at temperature 2", { temperature: 2 }],
    ["with top-k 10", { topK: 10 }],
    ["with top-p 0.9", { topP: 0.9 }],
    ["with min-p 0.05", { minP: 0.05 }],
    ["with tokens banned", { bannedTokens: [3, 17, 40] }],
    ["with all of them", { temperature: 0.8, topK: 20, topP: 0.95, minP: 0.02 }],
  ])("%s", (_, change) => {
    const options = { ...OPEN, ...change, seed };
    const { p } = chiSquare(draw(options), drawProbabilities(LOGITS, options));
    expect(p).toBeGreaterThan(0.001);
  });
});

test("with a repetition penalty, draws follow the textbook's distribution", () => {
  const options = { ...OPEN, repetitionPenalty: 1.3 };
  const seen = new Set(Array.from({ length: 32 }, (_, i) => 2 * i));
  expect(chiSquare(draw(options, seen), drawProbabilities(LOGITS, options, seen)).p).toBeGreaterThan(0.001);
  expect(chiSquare(draw(options), drawProbabilities(LOGITS, options, seen)).p).toBeLessThan(0.001);
});

test("what top-p keeps is drawn from alike, whether or not the draw needs it sorted", () => {
  // Wide bins: thousands of tokens share the bin in which p is reached.
  const logits = Float32Array.from({ length: 4096 }, seededRandom("narrow")).map((u) => 0.002 * u);
  const least = logits.slice().sort().reverse()[1023]!;
  for (let step = 0; step < 200; step++) {
    const { id } = sampleToken(logits, { options: { ...OPEN, topP: 0.25 }, sample: 0, step });
    expect(logits[id]).toBeGreaterThanOrEqual(least - 2e-6);
  }
});

test.each([
  ["few of flat logits", 1, 0.05, 0],
  ["most of flat logits", 1, 0.8, 0],
  ["most of flat logits, and min-p fewer", 1, 0.99, 0.3],
  ["a few of peaked logits", 4, 0.9, 0],
])("where top-p keeps %s, the greatest score among those wins", (_, spread, topP, minP) => {
  const random = seededRandom(`scores ${spread}`);
  const logits = Float32Array.from(
    { length: 4096 },
    () => spread * (random() + random() - random() - random()),
  );
  const ranked = logits.slice().sort().reverse();
  const mass = logits.reduce((sum, logit) => sum + Math.exp(logit), 0);
  let held = 0;
  const last = ranked.find((logit) => (held += Math.exp(logit)) >= topP * mass)!;
  const least = Math.max(last, minPFloor(ranked[0]!, minP, 1));
  for (let step = 0; step < 300; step++) {
    const key = streamKey(OPEN.seed, 0, step);
    const scores = logits.map((logit, token) =>
      logit < least ? -Infinity : logit + gumbel(randomBits(key, token)),
    );
    const { id } = sampleToken(logits, { options: { ...OPEN, topP, minP }, sample: 0, step });
    expect(scores[id]).toBe(Math.max(...scores));
  }
});

test("forced tokens come first, in order, with the logprobs that the model gives them", () => {
  const options = { ...OPEN, temperature: 0, forcedTokens: [7, 3] };
  const at = (step: number) => sampleToken(LOGITS, { options, sample: 0, step });
  const likeliest = LOGITS.indexOf(Math.max(...LOGITS));
  expect([0, 1, 2].map((step) => at(step).id)).toEqual([7, 3, likeliest]);
  expect(at(0).logprob - at(1).logprob).toBeCloseTo(LOGITS[7]! - LOGITS[3]!, 6);
});

test("a banned token does not come at temperature 0 either, nor does it change the logprobs of others", () => {
  const options = { ...OPEN, temperature: 0, bannedTokens: [1] };
  const { id, logprob } = sampleToken(Float32Array.of(1, 5, 2), { options, sample: 0, step: 0 });
  expect(id).toBe(2);
  expect(logprob).toBeCloseTo(2 - Math.log(Math.exp(1) + Math.exp(5) + Math.exp(2)), 6);
});

test("bans that leave no token are an error by that name", () => {
  const options = { ...OPEN, bannedTokens: [0, 1] };
  expect(() => sampleToken(Float32Array.of(1, 2), { options, sample: 0, step: 0 })).toThrow(/bannedTokens/);
});

test("the log-partition is what a logit is more than its logprob", () => {
  const { id, logprob, logPartition } = sampleToken(LOGITS, { options: OPEN, sample: 0, step: 0 });
  expect(LOGITS[id]! - logPartition).toBeCloseTo(logprob, 12);
  expect(logPartition).toBeCloseTo(Math.log(LOGITS.reduce((sum, logit) => sum + Math.exp(logit), 0)), 6);
});

test("a skewed sampler would be noticed", () => {
  const counts = draw({ ...OPEN, temperature: 1.05 });
  expect(chiSquare(counts, drawProbabilities(LOGITS, OPEN)).p).toBeLessThan(0.001);
});

test("at temperature 0 the likeliest token comes, the first of equals", () => {
  const options = { ...OPEN, temperature: 0 };
  expect(sampleToken(Float32Array.of(1, 5, 2, 5), { options, sample: 3, step: 4 }).id).toBe(1);
});

test("top-k 1 and top-p 0 leave the likeliest token", () => {
  const likeliest = LOGITS.indexOf(Math.max(...LOGITS));
  for (const change of [{ topK: 1 }, { topP: 0 }, { minP: 1 }]) {
    expect(draw({ ...OPEN, ...change })[likeliest]).toBe(DRAWS);
  }
});

test("the logprob is that of the model itself, whatever the sampling", () => {
  const logits = Float32Array.of(Math.log(0.7), Math.log(0.2), Math.log(0.1)).map((x) => x + 3);
  const options = { ...OPEN, temperature: 0.3, topK: 1 };
  expect(sampleToken(logits, { options, sample: 0, step: 0 }).logprob).toBeCloseTo(Math.log(0.7), 6);
});

test("the logprob holds where exponentials overflow", () => {
  const logits = Float32Array.of(1000, 999, -1000);
  const { logprob } = sampleToken(logits, { options: { ...OPEN, temperature: 0 }, sample: 0, step: 0 });
  expect(logprob).toBeCloseTo(-Math.log(1 + Math.exp(-1)), 5);
});

test.each([
  ["NaN", Float32Array.of(NaN, NaN, NaN)],
  ["one NaN among others", Float32Array.of(5, NaN, 2)],
  ["infinity", Float32Array.of(1, Infinity, 2)],
  ["nothing but −∞", Float32Array.of(-Infinity, -Infinity)],
])("logits of %s are refused by name", (_, logits) => {
  const attempt = () => sampleToken(logits, { options: OPEN, sample: 0, step: 0 });
  expect(attempt).toThrow(/not numbers/);
  try {
    attempt();
  } catch (error) {
    expect(errorCode(error)).toBe("model-unsupported");
  }
});
