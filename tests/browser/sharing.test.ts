// On WebGPU, a run whose copies of the prompt do not fit is written over one stored prompt, in a second session.
import { beforeAll, describe, expect, test, vi } from "vitest";
import { planRequest } from "../../src/engine/generate";
import type { LanguageModel } from "../../src/engine/language-model";
import { loadModel } from "../../src/engine/loading/load-model";
import { openSource } from "../../src/engine/loading/open-source";
import type { GenerationRequest } from "../../workers/protocol";
import { drawMargin } from "./draw-margin";
import { fixture, load } from "./models";
import { questions } from "./questions";
import { OPEN, record, tokensOf } from "./record";

const [QUESTION] = questions(1) as [string];
const [SAMPLES, MAX_TOKENS, SEED] = [6, 8, 1];
const sampling = { maxTokens: MAX_TOKENS, stop: ["e"], seed: SEED };

const promptOf = (model: LanguageModel) => model.tokenize([{ role: "user", content: QUESTION }]);

/** What all samples over one prompt take, to the byte. */
function budgetOf(model: LanguageModel, maxTokens = MAX_TOKENS): number {
  return (promptOf(model).length + SAMPLES * maxTokens) * model.cache.bytesPerToken;
}

function planOf(model: LanguageModel, changes: Partial<GenerationRequest> = {}) {
  const messages = [{ role: "user" as const, content: QUESTION }];
  return planRequest(model, { model: "", messages, samples: SAMPLES, sampling: { ...OPEN, ...sampling }, ...changes }); // prettier-ignore
}

const heldBy = (model: LanguageModel) =>
  Object.fromEntries(model.memory().map(({ purpose, ...bytes }) => [purpose, bytes]));

describe.each(["nano", "nano-qwen3"] as const)("%s", (name) => {
  let model: LanguageModel;
  let wasm: LanguageModel;
  let budgetBytes: number;
  beforeAll(async () => {
    ({ model } = await load(await fixture(name), "webgpu"));
    ({ model: wasm } = await load(await fixture(name), "wasm"));
    budgetBytes = budgetOf(model);
    return () => model.dispose();
  });

  test("where copies fit, the plan is as ever", () => {
    expect(model.cache.sharesPrefix).toBe(false);
    expect(planOf(model)).toMatchObject({ rows: SAMPLES, waves: 1 });
    expect(planOf(model).sharesInstead).toBeUndefined();
  });

  test("where they do not, it says that one prompt will serve all, at once; and a byte less makes it two waves", () => {
    const copies = budgetBytes / ((promptOf(model).length + MAX_TOKENS) * model.cache.bytesPerToken);
    expect(copies).toBeLessThan(SAMPLES / 2);
    const plan = { bytes: budgetBytes, budgetBytes, sharesInstead: true };
    expect(planOf(model, { budgetBytes })).toMatchObject({ ...plan, rows: SAMPLES, waves: 1 });
    expect(planOf(model, { budgetBytes: budgetBytes - 1 })).toMatchObject({ rows: SAMPLES - 1, waves: 2 });
  });

  test("it gives the tokens of single runs over copies, and takes about what was planned", async () => {
    const before = heldBy(model);
    const alone: number[][] = [];
    for (let firstSample = 0; firstSample < SAMPLES; firstSample++) {
      alone.push(...tokensOf(await record(model, { question: QUESTION, samples: 1, firstSample, sampling })));
    }
    const single = heldBy(model).rows!.peak;
    const together = tokensOf(await record(model, { question: QUESTION, samples: SAMPLES, sampling, budgetBytes })); // prettier-ignore

    for (const [sample, tokens] of together.entries()) {
      const step = tokens.findIndex((token, at) => token !== alone[sample]![at]);
      if (step < 0) expect(tokens).toEqual(alone[sample]);
      else {
        const read = [...promptOf(wasm), ...tokens.slice(0, step)];
        expect(await drawMargin(wasm, read, { seed: SEED, sample, step })).toBeLessThan(1e-4);
      }
    }
    const { weights, rows, prompts } = heldBy(model);
    expect(weights!.live).toBe(2 * before.weights!.live);
    expect(rows!.live).toBe(0);
    expect(rows!.peak - single + prompts!.live).toBeLessThan(2 * budgetBytes); // Room that nothing has filled yet included.
    expect(rows!.peak - single).toBeGreaterThan(0);
  });

  test("all samples are written at once", async () => {
    const reader = await model.sharing();
    const batch = vi.spyOn(reader, "batch");
    await record(model, { question: QUESTION, samples: SAMPLES, sampling, budgetBytes });
    expect(batch.mock.calls.map(([sequences]) => sequences.length)).toEqual([SAMPLES]);
    batch.mockRestore();
  });

  test("the second session's weights are no longer there for keys and values", async () => {
    const fresh = (await load(await fixture(name), "webgpu")).model;
    const { budgetBytes: whole, sharing } = fresh.cache;
    expect(sharing!.budgetBytes).toBe(whole - heldBy(fresh).weights!.live);
    await fresh.sharing();
    expect(fresh.cache).toMatchObject({ budgetBytes: sharing!.budgetBytes, sharing });
    await fresh.dispose();
  });

  test("20 runs, over one prompt and over copies in turn, leave no buffer, and remember the prompt once", async () => {
    const short = { ...sampling, maxTokens: 3 };
    const turns = async (count: number) => {
      for (let turn = 0; turn < count; turn++) {
        const budget = turn % 2 === 0 ? budgetOf(model, 3) : Infinity;
        await record(model, { question: QUESTION, samples: SAMPLES, sampling: short, budgetBytes: budget });
      }
    };
    await turns(2);
    const before = heldBy(model);
    await turns(20);
    const { runtime, rows, prompts } = heldBy(model);
    expect([runtime!.live, rows!.live]).toEqual([before.runtime!.live, 0]);
    const prompt = promptOf(model).length * model.cache.bytesPerToken;
    expect(prompts!.live).toBe(prompt); // Of the last run, and not of both kinds.
  });
});

test("files that are gone when they are needed again: the run goes in waves, and gives the same", async () => {
  const files = await openSource(await fixture("nano"));
  const signal = new AbortController().signal;
  const { model } = await loadModel({ model: "", device: "webgpu" }, files, () => {}, signal);
  files.read = () => Promise.reject(new DOMException("gone", "NotFoundError"));
  const budgetBytes = budgetOf(model);
  expect(planOf(model, { budgetBytes }).sharesInstead).toBe(true);
  const asked = { question: QUESTION, samples: SAMPLES, sampling };
  const waves = tokensOf(await record(model, { ...asked, budgetBytes }));
  expect(waves).toEqual(tokensOf(await record(model, asked)));
  expect(planOf(model, { budgetBytes }).sharesInstead).toBeUndefined();
  await model.dispose();
});
