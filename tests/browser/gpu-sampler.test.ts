// On Chromium's software adapter: right or wrong, not fast or slow.
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { findAdapter, openGpu } from "../../src/engine/onnx/gpu";
import { adjust } from "../../src/engine/sampling/adjust";
import { GpuSampler } from "../../src/engine/sampling/gpu-sampler";
import type { LogitsLayout } from "../../src/engine/sampling/logits-layout";
import { gumbel } from "../../src/engine/sampling/gumbel-max";
import { randomBits, streamKey } from "../../src/engine/sampling/random-bits";
import { type Draw, type DrawnToken, sampleToken } from "../../src/engine/sampling/sample-token";
import { seededRandom } from "../../src/lab/random";
import { errorCode, type SamplingOptions } from "../../workers/protocol";
import { chiSquare } from "../chi-square";
import { drawProbabilities } from "../draw-probabilities";
import { OPEN } from "./record";

let device: GPUDevice;
beforeAll(async () => {
  ({ device } = await openGpu((await findAdapter())!));
});
afterAll(() => device.destroy());

const FLOAT32: LogitsLayout = { type: "float32", offset: 0, stride: 0 };

/** Near to normal, with standard deviation `sd`. */
function normalish(count: number, sd: number, seed: string): Float32Array<ArrayBuffer> {
  const random = seededRandom(seed);
  return Float32Array.from({ length: count }, () => 2 * sd * (random() + random() + random() - 1.5));
}

function upload(data: Float32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>): GPUBuffer {
  const { STORAGE, COPY_DST } = GPUBufferUsage;
  const size = Math.ceil(data.byteLength / 4) * 4;
  const buffer = device.createBuffer({ size, usage: STORAGE | COPY_DST, mappedAtCreation: true });
  new Uint8Array(buffer.getMappedRange()).set(new Uint8Array(data.buffer));
  buffer.unmap();
  return buffer;
}

/** One step of a sampler of its own: rows as many as there are draws. */
async function sampleOnce(
  data: Float32Array<ArrayBuffer>,
  vocabularySize: number,
  draws: Draw[],
  layout = FLOAT32,
): Promise<DrawnToken[]> {
  const sampler = new GpuSampler(device, vocabularySize, draws.length);
  const logits = upload(data);
  try {
    draws.forEach(({ seen = [] }, row) => sampler.begin(row, seen));
    return await (
      await sampler.sample(logits, layout, draws)
    ).tokens;
  } finally {
    sampler.dispose();
    logits.destroy();
  }
}

/** The same as `sampleToken`, but for draws that the last bits of a float32 decide. */
function expectTheSame(drawn: DrawnToken, logits: Float32Array, draw: Draw): void {
  const expected = sampleToken(logits, draw);
  expect(drawn.logPartition).toBeCloseTo(expected.logPartition, 4);
  expect(drawn.logprob).toBeCloseTo(logits[drawn.id]! - expected.logPartition, 4);
  if (drawn.id === expected.id) return;
  const { options, sample, step, seen = [] } = draw;
  const key = streamKey(options.seed, sample, step);
  const adjusted = adjust(logits, options, seen);
  const score = (id: number) => adjusted[id]! / options.temperature + gumbel(randomBits(key, id));
  expect(score(expected.id) - score(drawn.id), JSON.stringify({ draw, drawn, expected })).toBeLessThan(1e-4);
}

const FILTERS: [string, Partial<SamplingOptions>][] = [
  ["nothing cut", {}],
  ["temperature 0", { temperature: 0 }],
  ["temperature 0.7", { temperature: 0.7 }],
  ["temperature 0.02", { temperature: 0.02 }],
  ["top-k 12", { topK: 12 }],
  ["top-p 0.8", { topP: 0.8 }],
  ["top-p 0", { topP: 0 }],
  ["min-p 0.05", { minP: 0.05 }],
  ["a repetition penalty", { repetitionPenalty: 1.5 }],
  ["bans", { bannedTokens: [1, 5, 30, 31, 32, 33] }],
  [
    "all of them",
    { temperature: 1.2, topK: 12, topP: 0.7, minP: 0.01, repetitionPenalty: 1.2, bannedTokens: [3, 9] },
  ],
];

describe("the same tokens as on the CPU", () => {
  test.each(FILTERS)("with %s, at many rows and steps", async (_, change) => {
    const [vocabularySize, rows, stride] = [1003, 48, 1010];
    const data = normalish(rows * stride, 2.5, "rows");
    const draws = Array.from({ length: rows }, (_, row): Draw => {
      const options = { ...OPEN, ...change, seed: 1 + (row % 3) * 2_000_000_000 };
      return { options, sample: row, step: 7 * row, seen: new Set([row, 2 * row, 500, 999]) };
    });
    const layout: LogitsLayout = { type: "float32", offset: 5, stride };
    const drawn = await sampleOnce(data, vocabularySize, draws, layout);
    draws.forEach((draw, row) => {
      const start = 5 + row * stride;
      expectTheSame(drawn[row]!, data.subarray(start, start + vocabularySize), draw);
    });
  });

  test("among equals, at each temperature", async () => {
    const data = Float32Array.of(0.1, 0.3, 0, -0, 0.3, 0.3, 0, 0.1);
    const draws = [0, 1].flatMap((temperature) =>
      Array.from({ length: 32 }, (_, step): Draw => {
        const options = { ...OPEN, temperature, topK: 6, topP: 0.99 };
        return { options, sample: 1, step };
      }),
    );
    const drawn = await sampleOnce(data, data.length, draws);
    draws.forEach((draw, row) => expectTheSame(drawn[row]!, data, draw));
    expect(new Set(drawn.slice(0, 32).map(({ id }) => id))).toEqual(new Set([1]));
  });

  test("at a vocabulary of 151,936, behind a prompt's other positions", async () => {
    const vocabularySize = 151_936;
    const data = normalish(3 * vocabularySize, 2, "large");
    const draws = [{ topP: 0.95, temperature: 0.8 }, { topK: 50 }].map((change, sample): Draw => ({
      options: { ...OPEN, ...change },
      sample,
      step: 0,
    }));
    const layout: LogitsLayout = { type: "float32", offset: vocabularySize, stride: vocabularySize };
    const drawn = await sampleOnce(data, vocabularySize, draws, layout);
    draws.forEach((draw, row) =>
      expectTheSame(drawn[row]!, data.subarray((row + 1) * vocabularySize, (row + 2) * vocabularySize), draw),
    );
  });

  test("from float16 logits, which may begin in the middle of a word", async () => {
    const [vocabularySize, rows] = [77, 8];
    const halves = Uint16Array.from({ length: rows * vocabularySize + 3 }, (_, at) => {
      const sign = (at * 40503) & 0x8000;
      return sign | ((10 + ((at * 31) % 8)) << 10) | ((at * 7919) % 1024); // 2^-5 to 2^3
    });
    const data = Float32Array.from(halves, valueOfHalf);
    const draws = Array.from({ length: rows }, (_, row): Draw => {
      return { options: { ...OPEN, topP: 0.9, topK: 60 }, sample: row, step: row };
    });
    const sampler = new GpuSampler(device, vocabularySize, rows);
    const logits = upload(halves);
    const layout: LogitsLayout = { type: "float16", offset: 3, stride: vocabularySize };
    const drawn = await (await sampler.sample(logits, layout, draws)).tokens;
    draws.forEach((draw, row) => {
      const start = 3 + row * vocabularySize;
      expectTheSame(drawn[row]!, data.subarray(start, start + vocabularySize), draw);
    });
    sampler.dispose();
    logits.destroy();
  });
});

/** A normal float16. */
function valueOfHalf(bits: number): number {
  const magnitude = (1 + (bits & 0x3ff) / 1024) * 2 ** (((bits >> 10) & 31) - 15);
  return bits & 0x8000 ? -magnitude : magnitude;
}

describe("draws follow the textbook's distribution", () => {
  const LOGITS = normalish(48, 2, "chi");
  const SEEN = new Set([0, 3, 4, 9, 20, 21, 40]);
  const ROWS = 1024;
  const STEPS = 3;

  async function counts(options: SamplingOptions): Promise<number[]> {
    const sampler = new GpuSampler(device, LOGITS.length, ROWS);
    const logits = upload(LOGITS);
    const counts = new Array<number>(LOGITS.length).fill(0);
    for (let step = 0; step < STEPS; step++) {
      for (let row = 0; row < ROWS; row++) sampler.begin(row, SEEN);
      const draws = Array.from({ length: ROWS }, (_, sample) => ({ options, sample, step }));
      for (const { id } of await (await sampler.sample(logits, FLOAT32, draws)).tokens) counts[id]!++;
    }
    sampler.dispose();
    logits.destroy();
    return counts;
  }

  const drawn = FILTERS.filter(([, { temperature = 1, topP }]) => temperature > 0.1 && topP !== 0);
  test.each(drawn)("with %s", async (_, change) => {
    const options = { ...OPEN, ...change, seed: 3 };
    const { p } = chiSquare(await counts(options), drawProbabilities(LOGITS, options, SEEN));
    expect(p).toBeGreaterThan(1e-4);
  });

  test("and a skewed one would be noticed", async () => {
    const skewed = await counts({ ...OPEN, temperature: 1.1 });
    expect(chiSquare(skewed, drawProbabilities(LOGITS, OPEN)).p).toBeLessThan(1e-4);
  });
});

describe("over several steps", () => {
  const LOGITS = Float32Array.from({ length: 40 }, (_, token) => 4 - token / 4);
  const options = { ...OPEN, temperature: 0, repetitionPenalty: 4 };
  const draws = (rows: number, step: number, change: Partial<SamplingOptions> = {}) =>
    Array.from({ length: rows }, (_, sample): Draw => ({ options: { ...options, ...change }, sample, step }));
  let sampler: GpuSampler;
  let logits: GPUBuffer;
  const step = async (drawn: Draw[]) => (await sampler.sample(logits, FLOAT32, drawn)).tokens;
  /** Submits them all before any result is awaited but for the throttle. */
  async function run(steps: Draw[][]): Promise<DrawnToken[][]> {
    const late: Promise<DrawnToken[]>[] = [];
    for (const drawn of steps) late.push((await sampler.sample(logits, FLOAT32, drawn)).tokens);
    return Promise.all(late);
  }
  const idsOf = (tokens: DrawnToken[]) => tokens.map(({ id }) => id);

  function begin(prompts: number[][]): void {
    sampler = new GpuSampler(device, LOGITS.length, prompts.length);
    logits = upload(LOGITS);
    prompts.forEach((prompt, row) => sampler.begin(row, prompt));
  }
  afterEach(() => {
    sampler.dispose();
    logits.destroy();
  });

  test("a token counts as seen from the step after it, without the result having been read", async () => {
    begin([[], [0, 1]]);
    const steps = await run([0, 1, 2, 3, 4].map((at) => draws(2, at)));
    const [first, , , , last] = steps.map(idsOf);
    expect(first).toEqual([0, 2]);
    expect(last).toEqual([4, 6]);
  });

  test("rows keep what they have seen when they move up", async () => {
    begin([[0, 1, 2], [], [0, 1]]);
    expect(idsOf(await step(draws(3, 0)))).toEqual([3, 0, 2]);
    sampler.keep([2, 0]);
    expect(idsOf(await step(draws(2, 1)))).toEqual([3, 4]);
    sampler.begin(2, [0, 1, 2, 3, 4, 5]);
    expect(idsOf(await step(draws(3, 2)))).toEqual([4, 5, 6]);
    expect(() => sampler.keep([1, 1])).toThrow(/twice/);
  });

  test("forced tokens come first, in order, with the model's own logprobs", async () => {
    begin([[], []]);
    const forced = { forcedTokens: [38, 7] };
    const tokens = await run([0, 1, 2].map((at) => draws(2, at, forced)));
    expect(tokens.map(idsOf)).toEqual([
      [38, 38],
      [7, 7],
      [0, 0],
    ]);
    expect(tokens[0]![0]!.logprob).toBeCloseTo(LOGITS[38]! - tokens[0]![0]!.logPartition, 4);
  });

  test("ids can be read by the next run at once, as int64", async () => {
    begin([[], [0]]);
    const { ids } = await sampler.sample(logits, FLOAT32, draws(2, 0));
    const { COPY_DST, MAP_READ } = GPUBufferUsage;
    const copy = device.createBuffer({ size: 16, usage: COPY_DST | MAP_READ });
    const encoder = device.createCommandEncoder();
    encoder.copyBufferToBuffer(ids, 0, copy, 0, 16);
    device.queue.submit([encoder.finish()]);
    await copy.mapAsync(GPUMapMode.READ);
    expect([...new BigInt64Array(copy.getMappedRange())]).toEqual([0n, 1n]);
    copy.destroy();
  });

  test("results come up to two steps late, and no later: the third step waits for the first's", async () => {
    begin([[]]);
    const arrived: number[] = [];
    const under: number[] = [];
    const late: Promise<unknown>[] = [];
    for (let at = 0; at < 6; at++) {
      const { tokens } = await sampler.sample(logits, FLOAT32, draws(1, at));
      under.push(at - arrived.length);
      late.push(tokens.then(() => arrived.push(at)));
    }
    await Promise.all(late);
    expect(arrived).toEqual([0, 1, 2, 3, 4, 5]);
    expect(under.slice(0, 3)).toEqual([0, 1, 2]);
    expect(Math.max(...under)).toBe(2);
  });
});

describe("what cannot be sampled", () => {
  const draws: Draw[] = [{ options: OPEN, sample: 0, step: 0 }];

  test.each([
    ["NaN", Float32Array.of(1, NaN, 2)],
    ["a NaN with its sign set", new Float32Array(Uint32Array.of(0x3f800000, 0xffc00000).buffer)],
    ["infinity", Float32Array.of(1, Infinity, 2)],
    ["nothing but −∞", Float32Array.of(-Infinity, -Infinity)],
  ])("logits of %s are refused by name", async (_, data) => {
    expect(await sampleOnce(data, data.length, draws).catch(errorCode)).toBe("model-unsupported");
  });

  test("a logit of −∞ is no fault, and comes only when it is forced", async () => {
    const tokens = await sampleOnce(Float32Array.of(-Infinity, 1, -Infinity), 3, draws);
    expect(tokens).toMatchObject([{ id: 1, logprob: 0, logPartition: 1 }]);
    const forced = [{ ...draws[0]!, options: { ...OPEN, forcedTokens: [2] } }];
    const [token] = await sampleOnce(Float32Array.of(0, 1, -Infinity), 3, forced);
    expect(token).toMatchObject({ id: 2, logprob: -Infinity });
  });

  test("bans that leave nothing are the CPU's error", async () => {
    const banned = [{ ...draws[0]!, options: { ...OPEN, bannedTokens: [0, 1] } }];
    await expect(sampleOnce(Float32Array.of(1, 2), 2, banned)).rejects.toThrow(/bannedTokens/);
  });
});

describe("buffers", () => {
  afterEach(() => vi.restoreAllMocks());

  test("none is made per step, and none is left after dispose", async () => {
    const logits = upload(Float32Array.of(1, 2, 3));
    const create = vi.spyOn(device, "createBuffer"); // The device counts its buffers itself.
    const destroy = vi.spyOn(GPUBuffer.prototype, "destroy");
    const sampler = new GpuSampler(device, 3, 2);
    const made = create.mock.calls.length;
    for (let step = 0; step < 5; step++) {
      const draws = [0, 1].map((sample): Draw => ({ options: { ...OPEN, bannedTokens: [1] }, sample, step }));
      await sampler.sample(logits, FLOAT32, draws);
    }
    expect(create).toHaveBeenCalledTimes(made);
    sampler.dispose();
    expect(new Set(destroy.mock.contexts).size).toBe(made);
    logits.destroy();
  });
});
