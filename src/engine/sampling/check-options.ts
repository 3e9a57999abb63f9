import type { SamplingOptions } from "../../../workers/protocol";

/** Throws a RangeError that names the first value which cannot be sampled with. */
export function checkSampling(options: SamplingOptions, vocabularySize: number): void {
  const { temperature, topK, topP, minP, seed, repetitionPenalty = 1 } = options;
  // Below 1/1000 a float32 score has no room for the noise.
  check(
    "temperature",
    temperature,
    temperature === 0 || within(temperature, 1e-3, 1e3),
    "0, or from 0.001 to 1000",
  );
  check("topK", topK, Number.isInteger(topK) && topK >= 0, "a whole number from 0");
  check("topP", topP, within(topP, 0, 1), "from 0 to 1");
  check("minP", minP, within(minP, 0, 1), "from 0 to 1");
  check(
    "seed",
    seed,
    Number.isInteger(seed) && within(seed, 0, 2 ** 32 - 1),
    "a whole number from 0 to 2^32 - 1",
  );
  check("repetitionPenalty", repetitionPenalty, within(repetitionPenalty, 0.01, 100), "from 0.01 to 100");
  checkTokens(options, vocabularySize);
}

function checkTokens(
  { bannedTokens = [], forcedTokens = [] }: SamplingOptions,
  vocabularySize: number,
): void {
  const isToken = (id: number) => Number.isInteger(id) && within(id, 0, vocabularySize - 1);
  const wanted = `tokens from 0 to ${vocabularySize - 1}`;
  for (const id of bannedTokens) check("bannedTokens", id, isToken(id), wanted);
  for (const id of forcedTokens) check("forcedTokens", id, isToken(id), wanted);
  const banned = new Set(bannedTokens);
  if (banned.size === vocabularySize)
    throw new RangeError("bannedTokens has every token, and leaves none to draw");
  const both = forcedTokens.find((id) => banned.has(id));
  if (both !== undefined) throw new RangeError(`token ${both} is in forcedTokens and in bannedTokens`);
}

function within(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}

function check(name: string, value: number, right: boolean, wanted: string): void {
  if (!right) throw new RangeError(`${name} has ${value}, but must be ${wanted}`);
}

export function checkMaxTokens(maxTokens: number): void {
  if (Number.isInteger(maxTokens) && maxTokens >= 1) return;
  throw new RangeError(`maxTokens is ${maxTokens}, but must be a whole number above 0`);
}
