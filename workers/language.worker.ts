// Joins the engine to the page. No logic of its own.
import * as Comlink from "comlink";
import { fetchPart } from "../src/engine/fetch-part";
import { generate, planRequest } from "../src/engine/generate";
import { IdleWork } from "../src/engine/idle-work";
import type { LanguageModel } from "../src/engine/language-model";
import { loadModel } from "../src/engine/loading/load-model";
import { openSource } from "../src/engine/loading/open-source";
import { EngineError, type LanguageApi } from "./protocol";

// A rejection nobody awaits is invisible to the page unless it is reported as an error.
addEventListener("unhandledrejection", (event) => reportError(event.reason));

/**
 * A lock held for life, so that the page hears of this worker's end however it comes (src/client/worker-connection.ts).
 * Nothing is answered before it is held: the page asks for it after the first answer.
 */
const held = new Promise<void>((resolve) => {
  const hold = () => new Promise<never>(() => resolve());
  if (navigator.locks) navigator.locks.request(self.name, hold).catch(() => resolve());
  else resolve();
});

const models = new Map<string, LanguageModel>();
const running = new Map<number, AbortController>();
const idle = new IdleWork();

const language: LanguageApi = {
  load: (id, request, onEvent) =>
    cancellable(id, async (signal) => {
      for (const model of models.values()) await model.dispose(); // One at a time: two would share the memory.
      models.clear();
      const { model, loaded } = await loadModel(request, await openSource(request.source), onEvent, signal);
      models.set(request.model, model);
      onEvent({ type: "loaded", model: loaded });
    }),

  generate: (id, request, onEvent) =>
    cancellable(id, async (signal) => {
      await generate(loadedModel(request.model), request, onEvent, signal);
    }),

  samplePrompts: (id, request, onEvent) =>
    cancellable(id, async (signal) => {
      const { samplePrompts } = await fetchPart(import("../src/engine/sample-prompts"));
      await samplePrompts(loadedModel(request.model), request, onEvent, signal);
    }),

  measure: (id, request, onEvent) =>
    cancellable(id, async (signal) => {
      const { measure } = await fetchPart(import("../src/engine/measure")); // Not fetched by who only asks.
      await measure(loadedModel(request.model), request, onEvent, signal);
    }),

  async plan(request) {
    await held;
    return planRequest(loadedModel(request.model), request);
  },

  async warmUp(request) {
    await held;
    if (running.size > 0) return; // A run gets itself ready.
    const model = loadedModel(request.model);
    const { rows, sharesInstead } = planRequest(model, request);
    if (sharesInstead) return; // It will run on another graph.
    await idle.begin((signal) => model.warmUp(rows, signal));
  },

  async memory() {
    await held;
    return [...models.values()].flatMap((model) => model.memory());
  },

  async cancel(id) {
    running.get(id)?.abort();
    await held;
  },
};

async function cancellable(id: number, call: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const controller = new AbortController();
  running.set(id, controller);
  try {
    await held;
    await idle.end();
    await call(controller.signal);
  } finally {
    running.delete(id);
  }
}

function loadedModel(name: string): LanguageModel {
  const model = models.get(name);
  if (model) return model;
  throw new EngineError("model-not-loaded", `The model "${name}" is not loaded. Load it, then ask again.`);
}

Comlink.expose(language);
