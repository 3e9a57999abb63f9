// npm install --no-save @wllama/wllama@3.8.1 && tsx bench/wllama.ts policy-f32.gguf [threads]: llama.cpp in Chromium (wllama, WebAssembly) beside this engine (ONNX
// Runtime, WebAssembly, one thread, in Node), the same weights. models/train/export_gguf.py writes the file.
// First the greedy tokens of real problems are compared, then one prompt is continued once and 16 times, turn about:
// milliseconds, medians, and the fastest, which others' use of the machine disturbs least. llama.cpp reads the prompt
// once for each sample; `read` is a run that finds it in every slot's cache. The last line is JSON.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { chromium } from "playwright";
import { CHROMIUM_ARGS } from "../src/cli/chromium-args";
import { openModel } from "../src/cli/evaluation/open-model";
import { findBrowser } from "../src/cli/find-browser";
import { generate } from "../src/engine/generate";
import type { LanguageModel } from "../src/engine/language-model";
import { promptOf, withPrompt } from "./engine/with-prompt";

/** What is used of wllama's interface. */
type LoadModelParams = Record<string, unknown>;
type Completion = Record<string, unknown>;
interface Response {
  choices: { text: string }[];
  timings: { cache_n: number; prompt_ms: number };
}

const PROMPTS = [64, 512, 1024];
const SAMPLES = [1, 16];
const STEPS = 64;
const TURNS = 4; // The first one warms up.
const SLOTS = Math.max(...SAMPLES);
const FIRST_CHARACTER = 0xe000; // As export_gguf.py spells tokens.

const common = { n_gpu_layers: 0, n_ctx: SLOTS * 1280, n_parallel: SLOTS, cache_idle_slots: false };
const SETTINGS: Record<string, LoadModelParams> = {
  unified: { ...common, kv_unified: true }, // wllama's defaults, but for the number of slots and for keeping their caches
  separate: { ...common, kv_unified: false, flash_attn: false, cache_type_k: "f32", cache_type_v: "f32" },
};

const root = join(import.meta.dirname, "..");
const [gguf, threads = "1"] = process.argv.slice(2);
if (!gguf) throw new Error("usage: tsx bench/wllama.ts policy-f32.gguf [threads]");

const spell = (ids: readonly number[]) => String.fromCharCode(...ids.map((id) => FIRST_CHARACTER + id));
const unspell = (text: string) => Array.from(text, (character) => character.charCodeAt(0) - FIRST_CHARACTER);
const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;

/** What a run took; `prefill` ends with the first sampled token. */
interface Times {
  total: number;
  prefill: number;
}

/** Greedy, and nothing may end the text. */
async function write(
  model: LanguageModel,
  prompt: number[],
  samples: number,
): Promise<Times & { tokens: number[] }> {
  const sampling = { temperature: 0, topK: 0, topP: 1, minP: 0, maxTokens: STEPS, stop: [], seed: 1 };
  const bannedTokens = [...model.stopTokens];
  const tokens: number[] = [];
  let prefill = 0;
  const start = performance.now();
  await generate(
    withPrompt(model, prompt),
    { model: "", messages: [], samples, sampling: { ...sampling, bannedTokens } },
    (event) => {
      if (event.type === "prefilled") prefill = performance.now() - start;
      if (event.type === "stepped") tokens.push(event.tokens[0]!.id);
    },
    new AbortController().signal,
  );
  return { total: performance.now() - start, prefill, tokens };
}

/** Isolated from other origins, or else there were no threads. */
async function serve(files: Record<string, { type: string; content: Buffer | string }>) {
  const server = createServer((request, response) => {
    const file = files[request.url ?? ""];
    if (file) {
      response.setHeader("Content-Type", file.type);
      response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
      response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    }
    response.writeHead(file ? 200 : 404).end(file?.content);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  return { url: `http://localhost:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

/** The page's own script: one Wllama for each of the settings. */
interface Page {
  load(name: string, params: LoadModelParams): Promise<string>;
  complete(name: string, count: number, params: Completion): Promise<{ ms: number; all: Response[] }>;
}
const PAGE = `<!doctype html><link rel="icon" href="data:,"><script type="module">
  import { Wllama } from "/wllama.js";
  globalThis.loaded = {};
  globalThis.load = async (name, params) => {
    const wllama = (loaded[name] = new Wllama({ default: "/wllama.wasm" }, { suppressNativeLog: true }));
    wllama.setCompat(null); // The other build would come from a CDN.
    await wllama.loadModel([await (await fetch("/policy.gguf")).blob()], params);
    return Wllama.getLibllamaVersion() + ", " + wllama.getNumThreads() + " thread(s)";
  };
  globalThis.complete = async (name, count, params) => {
    const start = performance.now();
    const all = await Promise.all(Array.from({ length: count }, () => loaded[name].createCompletion(params)));
    return { ms: performance.now() - start, all };
  };
</script>`;

const { model } = await openModel("pocket-policy");
const wllama = join(root, "node_modules/@wllama/wllama");
const site = await serve({
  "/": { type: "text/html", content: PAGE },
  "/wllama.js": { type: "text/javascript", content: readFileSync(join(wllama, "esm/index.js")) },
  "/wllama.wasm": { type: "application/wasm", content: readFileSync(join(wllama, "esm/wasm/wllama.wasm")) },
  "/policy.gguf": { type: "application/octet-stream", content: readFileSync(gguf) },
});
const browser = await chromium.launch({ executablePath: findBrowser(), args: CHROMIUM_ARGS });
try {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(error));
  await page.goto(site.url);
  const complete = (name: string, count: number, prompt: readonly number[], cached: boolean) =>
    page.evaluate(([name, count, params]) => (globalThis as unknown as Page).complete(name, count, params), [
      name,
      count,
      { prompt: spell(prompt), max_tokens: STEPS, temperature: 0, ignore_eos: true, cache_prompt: cached },
    ] as [string, number, Completion]);

  const { version } = JSON.parse(readFileSync(join(wllama, "package.json"), "utf8")) as { version: string };
  let build = "";
  for (const [name, params] of Object.entries(SETTINGS)) {
    build = await page.evaluate(([name, params]) => (globalThis as unknown as Page).load(name, params), [
      name,
      { ...params, n_threads: Number(threads) },
    ] as [string, LoadModelParams]);
  }
  console.log(`wllama ${version} (llama.cpp ${build}), Chromium ${browser.version()}, ${gguf}`);

  const fixture = join(root, "tests/fixtures/pocket-policy-logits.json");
  const { prompts } = JSON.parse(readFileSync(fixture, "utf8")) as { prompts: { tokens: number[] }[] };
  const equal: Record<string, number> = {};
  for (const { tokens } of prompts) {
    const expected = spell((await write(model, tokens, 1)).tokens);
    for (const name of Object.keys(SETTINGS)) {
      const { text } = (await complete(name, 1, tokens, false)).all[0]!.choices[0]!;
      const same = unspell(text).filter((id, step) => id === unspell(expected)[step]).length;
      if (text !== expected) console.log(`${name}: ${same} of ${STEPS} tokens as the engine's`);
      equal[name] = (equal[name] ?? 0) + Number(text === expected);
    }
  }
  console.log(`greedy texts equal to the engine's, ${STEPS} tokens each, of ${prompts.length}:`, equal);

  const rows = [];
  for (const length of PROMPTS) {
    for (const samples of SAMPLES) {
      const taken: Record<string, Times[]> = { engine: [], unified: [], separate: [] };
      const read: Record<string, number[]> = { unified: [], separate: [] };
      const texts: Record<string, Set<string>> = { unified: new Set(), separate: new Set() };
      for (let turn = 0; turn < TURNS; turn++) {
        const prompt = promptOf(length, turn + 100 * samples);
        taken.engine!.push(await write(model, prompt, samples));
        for (const name of Object.keys(SETTINGS)) {
          const { ms, all } = await complete(name, samples, prompt, false);
          const cached = await complete(name, samples, prompt, true); // Every slot has just read it.
          if (cached.all.some(({ timings }) => timings.cache_n !== length - 1)) throw new Error("not cached");
          for (const { choices } of [...all, ...cached.all]) texts[name]!.add(choices[0]!.text);
          read[name]!.push(cached.ms);
          const prefill = samples === 1 ? all[0]!.timings.prompt_ms : ms - cached.ms;
          taken[name]!.push({ total: ms, prefill });
        }
      }
      for (const [name, times] of Object.entries(taken)) {
        const warm = times.slice(1);
        const row = {
          prompt: length,
          samples,
          runtime: name,
          total: Math.round(median(warm.map(({ total }) => total))),
          fastest: Math.round(Math.min(...warm.map(({ total }) => total))),
          prefill: Math.round(median(warm.map(({ prefill }) => prefill))),
          decode: Math.round(median(warm.map(({ total, prefill }) => total - prefill))),
          ...(read[name] && { read: Math.round(median(read[name].slice(1))), texts: texts[name]!.size }),
        };
        rows.push(row);
        console.error(JSON.stringify(row));
      }
    }
  }
  console.table(rows);
  console.log(
    JSON.stringify({ wllama: version, build, chromium: browser.version(), equal, of: prompts.length, rows }),
  );
} finally {
  await browser.close();
  site.close();
  await model.dispose();
}
