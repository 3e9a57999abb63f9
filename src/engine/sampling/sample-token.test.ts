import { describe, expect, test } from "vitest";
import { chiSquare } from "../../../tests/chi-square";
import { errorCode, type SamplingOptions } from "../../../workers/protocol";
import { seededRandom } from "../../lab/random";
import { sampleToken } from "./sample-token";

const OPEN: SamplingOptions = { temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: 1, stop: [], seed: 1 };
const DRAWS = 16_384;

/** 64 logits spread over about ten nats, the same for each run. */
const LOGITS = Float32Array.from({ length: 64 }, seededRandom("logits")).map((u) => 10 * (u - 0.5));

/** The textbook's way: temper, sort, cut by rank, renormalise. In doubles, and sharing no code with the sampler. */
function reference({ temperature, topK, topP, minP }: SamplingOptions): number[] {
  const tempered = Array.from(LOGITS, (logit) => logit / temperature);
  const ranked = [...tempered.keys()].sort((a, b) => tempered[b]! - tempered[a]!);
  let kept = topK > 0 ? ranked.slice(0, topK) : ranked;
  const weight = (token: number) => Math.exp(tempered[token]!);
  const mass = kept.reduce((sum, token) => sum + weight(token), 0);
  let before = 0;
  kept = kept.filter((token) => {
    const keep = before < topP;
    before += weight(token) / mass;
    return keep;
  });
  kept = kept.filter((token) => weight(token) >= minP * weight(ranked[0]!));
  const left = kept.reduce((sum, token) => sum + weight(token), 0);
  return tempered.map((_, token) => (kept.includes(token) ? weight(token) / left : 0));
}

function draw(options: SamplingOptions): number[] {
  const counts = new Array<number>(LOGITS.length).fill(0);
  for (let i = 0; i < DRAWS; i++)
    counts[sampleToken(LOGITS, { options, sample: i % 16, step: i >> 4 }).id]!++;
  return counts;
}

describe.each([1, 2, 3, 4_294_967_295])("with seed %i, draws follow the reference distribution", (seed) => {
  test.each<[string, Partial<SamplingOptions>]>([
    ["at temperature 1", {}],
    ["at temperature 0.5", { temperature: 0.5 }],
    ["at temperature 2", { temperature: 2 }],
    ["with top-k 10", { topK: 10 }],
    ["with top-p 0.9", { topP: 0.9 }],
    ["with min-p 0.05", { minP: 0.05 }],
    ["with all of them", { temperature: 0.8, topK: 20, topP: 0.95, minP: 0.02 }],
  ])("%s", (_, change) => {
    const options = { ...OPEN, ...change, seed };
    const { p } = chiSquare(draw(options), reference(options));
    expect(p).toBeGreaterThan(0.001);
  });
});

test("a skewed sampler would be noticed", () => {
  const counts = draw({ ...OPEN, temperature: 1.05 });
  expect(chiSquare(counts, reference(OPEN)).p).toBeLessThan(0.001);
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
  ["infinity", Float32Array.of(1, Infinity, 2)],
])("logits of %s are refused by name", (_, logits) => {
  const attempt = () => sampleToken(logits, { options: OPEN, sample: 0, step: 0 });
  expect(attempt).toThrow(/not numbers/);
  try {
    attempt();
  } catch (error) {
    expect(errorCode(error)).toBe("model-unsupported");
  }
});
