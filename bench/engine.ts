// tsx bench/engine.ts: how much of the runtime's speed the engine keeps. Decoding 16 rows of the pocket policy on
// WebAssembly in Node: the whole engine, and beside it a bare session fed with nothing but zeros, turn about.
// The last line is one JSON document; rates are tokens per second, decode alone, medians.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as ort from "onnxruntime-web/wasm";
import { pocketPolicy } from "../models/pocket-policy";
import { generate } from "../src/engine/generate";
import type { LanguageModel } from "../src/engine/language-model";
import { cardFiles } from "../src/engine/loading/card-files";
import { loadModel } from "../src/engine/loading/load-model";
import { inspectGraph } from "../src/engine/onnx/decoder-graph";

const ROWS = 16;
const STEPS = 64;
const TURNS = 12;
const WARM_TURNS = 4;
const QUESTION =
  "Chen has 7 coins. Petra has 3 fewer coins than Chen. Wei has 3 times as many coins as Petra. How many has Wei?";

const read = (path: string) => readFile(join(import.meta.dirname, "..", pocketPolicy.folder, path));
const signal = new AbortController().signal;

/** Tokens per second of the engine: no row may end, so both do the same number of runs. */
async function engineRate(model: LanguageModel): Promise<number> {
  let start = 0;
  const sampling = { temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: STEPS, stop: [], seed: 1 };
  const messages = [{ role: "user" as const, content: QUESTION }];
  const endless: LanguageModel = Object.assign(Object.create(model) as LanguageModel, {
    stopTokens: new Set<number>(),
    tokenize: model.tokenize.bind(model),
    textStream: model.textStream.bind(model),
    prefill: model.prefill.bind(model),
  });
  await generate(
    endless,
    { model: "", messages, samples: ROWS, sampling },
    ({ type }) => {
      if (type === "prefilled") start = performance.now();
    },
    signal,
  );
  return (ROWS * STEPS * 1000) / (performance.now() - start);
}

async function bareRate(session: ort.InferenceSession, promptTokens: number): Promise<number> {
  const { inputs, outputs, heads, headDim } = inspectGraph(session).cache;
  const cache = () => new Float32Array(ROWS * heads * promptTokens * headDim);
  let past = inputs.map(() => new ort.Tensor("float32", cache(), [ROWS, heads, promptTokens, headDim]));
  const int64 = (count: number, value: bigint, dims: number[]) =>
    new ort.Tensor("int64", new BigInt64Array(count).fill(value), dims);
  const start = performance.now();
  for (let step = 1; step <= STEPS; step++) {
    const total = promptTokens + step;
    const results = await session.run({
      input_ids: int64(ROWS, 0n, [ROWS, 1]),
      attention_mask: int64(ROWS * total, 1n, [ROWS, total]),
      num_logits_to_keep: int64(1, 1n, []),
      ...Object.fromEntries(inputs.map((name, index) => [name, past[index]!])),
    });
    past = outputs.map((name) => results[name]!) as typeof past;
  }
  return (ROWS * STEPS * 1000) / (performance.now() - start);
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;

const { model } = await loadModel(
  { model: "", device: "wasm" },
  cardFiles(pocketPolicy, read),
  () => {},
  signal,
);
const session = await ort.InferenceSession.create(await read(pocketPolicy.graph.wasm), {
  executionProviders: ["wasm"],
  logSeverityLevel: 3,
});
const promptTokens = model.tokenize([{ role: "user", content: QUESTION }]).length;
const rates: { engine: number; bare: number }[] = [];
for (let turn = 0; turn < TURNS; turn++) {
  rates.push({ engine: await engineRate(model), bare: await bareRate(session, promptTokens) });
}
const warm = rates.slice(WARM_TURNS);
const engine = Math.round(median(warm.map((rate) => rate.engine)));
const bare = Math.round(median(warm.map((rate) => rate.bare)));
console.log(`${ROWS} rows, ${promptTokens} prompt tokens, ${STEPS} steps, ${TURNS - WARM_TURNS} turns`);
console.log(`engine ${engine} tokens/s, bare session ${bare} tokens/s`);
console.log(
  JSON.stringify({
    engineTokensPerSecond: engine,
    bareTokensPerSecond: bare,
    share: +(engine / bare).toFixed(3),
  }),
);
