// tsx bench/sampling.ts: what choosing the next token costs on the CPU. 16 rows at temperature 0.8 with top-p 0.95, medians
// of all rows together; logits as a language model's (a few likely tokens, the rest far below) and flat ones (normal).
// The last line is one JSON document, in milliseconds.
import { sampleToken } from "../src/engine/sampling/sample-token";
import { seededRandom } from "../src/lab/random";

const ROWS = 16;
const TURNS = 60;
const WARM_TURNS = 20;
const options = { temperature: 0.8, topK: 0, topP: 0.95, minP: 0, maxTokens: 1, stop: [], seed: 1 };
const random = seededRandom("bench");

const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const flat = (sd: number) => (size: number) => Float32Array.from({ length: size }, () => sd * normal());
const KINDS: Record<string, (size: number) => Float32Array> = {
  peaked: (size) => flat(2.5)(size).map((logit, token) => (token % (size >> 3) === 5 ? 14 + logit : logit)),
  "flat, sd 2": flat(2),
  "flat, sd 1": flat(1),
  "flat, sd 0.3": flat(0.3),
};

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;

function turn(rows: readonly Float32Array[], step: number): number {
  const start = performance.now();
  rows.forEach((logits, sample) => sampleToken(logits, { options, sample, step }));
  return performance.now() - start;
}

const results: Record<string, number> = {};
for (const size of [768, 2048, 151_936]) {
  for (const [kind, make] of Object.entries(KINDS)) {
    const rows = Array.from({ length: ROWS }, () => make(size));
    const times = Array.from({ length: TURNS }, (_, step) => turn(rows, step)).slice(WARM_TURNS);
    results[`${size}, ${kind}`] = +median(times).toFixed(3);
    console.log(
      `${size} tokens, ${kind}: ${median(times).toFixed(3)} ms, at best ${Math.min(...times).toFixed(3)}`,
    );
  }
}
console.log(JSON.stringify(results));
