// A run whose worker dies on the way ends as if it had not.
import { afterEach, expect, test, vi } from "vitest";
import { LanguageClient } from "../../src/client/language-client";
import { generateSteadily } from "../../src/client/steady-run";
import { emptySamples, foldEvent } from "../../src/lab/fold-events";
import { errorCode, type GenerationEvent, type GenerationRequest, type Sample } from "../../workers/protocol";
import { POCKET } from "./models";
import { questions } from "./questions";
import { OPEN } from "./record";

const [QUESTION] = questions(1) as [string];
const REQUEST: GenerationRequest = {
  model: "m",
  messages: [{ role: "user", content: QUESTION }],
  samples: 6,
  sampling: { ...OPEN, temperature: 1.5 },
};

const client = new LanguageClient();
const load = () => client.load({ model: "m", source: POCKET, device: "wasm" }, () => {});
afterEach(() => {
  vi.useRealTimers();
  client.terminate();
});

async function run(onEvent: (event: GenerationEvent) => void, loadAgain = load) {
  let samples: readonly Sample[] = emptySamples(REQUEST.samples);
  const events: GenerationEvent[] = [];
  const reason = await generateSteadily({
    client,
    request: REQUEST,
    loadAgain,
    onEvent(event) {
      events.push(event);
      samples = foldEvent(samples, event);
      onEvent(event);
    },
    signal: new AbortController().signal,
  });
  const told = samples.map(({ text, tokens, finish }) => ({ text, tokens, finish }));
  return { told, events, reason };
}

test("a worker that dies in mid-run is replaced once, and every sample goes on from its tokens", async () => {
  await load();
  const undisturbed = await run(() => {});
  let steps = 0;
  const disturbed = await run((event) => {
    if (event.type === "stepped" && ++steps === 9) client.terminate();
  });
  expect(disturbed.told).toEqual(undisturbed.told);
  expect(disturbed.reason).toBe(undisturbed.reason);
  expect(disturbed.events.filter(({ type }) => type === "resumed")).toEqual([
    { type: "resumed", reason: "worker-gone" },
  ]);
  expect(disturbed.events.filter(({ type }) => type === "prefilled")).toHaveLength(1);
});

test("a second death is an error, and what was written has been told", async () => {
  await load();
  let steps = 0;
  let tokens = 0;
  const running = run((event) => {
    if (event.type !== "stepped") return;
    tokens += event.tokens.length;
    if (++steps % 5 === 0) client.terminate();
  });
  expect(await running.catch(errorCode)).toBe("worker-gone");
  expect(tokens).toBeGreaterThan(5 * REQUEST.samples);
});

test("a step that hangs for 30 seconds ends the worker, and a fresh one goes on", async () => {
  await load();
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const generate = vi.spyOn(client, "generate").mockImplementationOnce((_, onEvent) => {
    onEvent({ type: "prefilled", promptTokens: 1, ms: 1 });
    vi.advanceTimersByTime(29_000);
    expect(client.generation).toBe(before);
    const gone = client.load({ model: "m", source: POCKET, device: "wasm" }, () => {}); // It ends with its worker.
    vi.advanceTimersByTime(2_000);
    return gone as unknown as ReturnType<LanguageClient["generate"]>;
  });
  const before = client.generation;
  const { told, events } = await run(() => {});
  generate.mockRestore();
  expect(events.some(({ type }) => type === "resumed")).toBe(true);
  expect(client.generation).toBe(before + 1);
  expect(told.every(({ finish }) => finish)).toBe(true);
});

test("what a fresh worker cannot mend is told at once", async () => {
  const running = run(() => {}, () => Promise.reject(new Error("not called"))); // prettier-ignore
  expect(await running.catch(errorCode)).toBe("model-not-loaded");
});
