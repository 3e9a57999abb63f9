import { expect, test } from "vitest";
import { bytesOf, END } from "../../tests/byte-tokenizer";
import { type ScriptedModel, scriptedModel } from "../../tests/scripted-model";
import type { PromptsEvent, PromptsRequest } from "../../workers/protocol/prompts";
import { samplePrompts } from "./sample-prompts";

const sampling = { temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: 100, stop: [] };
const says = (...texts: string[]) => scriptedModel(texts.map(bytesOf));
const asking = (question: string, samples: number[]) => ({
  messages: [{ role: "user" as const, content: question }],
  seed: 1,
  samples,
});

async function run(
  model: ScriptedModel,
  prompts: PromptsRequest["prompts"],
  { mostRows = 2, onEvent = (_: PromptsEvent, __: { stop: () => void }) => {} } = {},
) {
  const events: PromptsEvent[] = [];
  const controller = new AbortController();
  const hands = { stop: () => controller.abort() };
  await samplePrompts(
    model,
    { model: "m", prompts, sampling, mostRows },
    (event) => {
      events.push(event);
      onEvent(event, hands);
    },
    controller.signal,
  );
  const samples = events.flatMap((event) => (event.type === "written" ? event.samples : []));
  const texts = samples.map(
    ({ prompt, sample, tokens }) => `${prompt}.${sample} ${tokens.map(({ text }) => text).join("")}`,
  );
  return { events, samples, texts };
}

test("each sample is told once, whole, with its prompt and its end", async () => {
  const { samples, texts } = await run(says("ab", "c", "defg"), [
    asking("one?", [0, 7]),
    asking("two?", [0]),
  ]);
  expect(texts.sort()).toEqual(["0.0 ab", "0.7 c", "1.0 defg"]);
  expect(samples.map(({ finish }) => finish)).toEqual(["stop", "stop", "stop"]);
  expect(samples[0]!.tokens.at(-1)!.id).toBe(END);
});

test("rows of different prompts share a batch, which is full until the last samples end", async () => {
  const model = says("ab", "cd", "ef", "gh");
  await run(model, [asking("one?", [0]), asking("two?", [0, 1]), asking("three?", [0])]);
  expect(model.decodedRows.every((rows) => rows === 2)).toBe(true);
  expect(model.prefills).toBe(3);
});

test("a prompt that the model cannot read is refused in a sentence, and the others go on", async () => {
  const model = scriptedModel([bytesOf("a")], 40);
  const { events, texts } = await run(model, [asking("A question of some length", [0]), asking("?", [0])]);
  expect(events[0]).toMatchObject({ type: "refused", prompt: 0 });
  expect(texts).toEqual(["1.0 a"]);
});

test("Stop tells nothing of unfinished samples, and is the last event", async () => {
  const { events, texts } = await run(says("a", "bcdefgh"), [asking("?", [0, 1])], {
    onEvent: (event, { stop }) => event.type === "written" && stop(),
  });
  expect(texts).toEqual(["0.0 a"]);
  expect(events.at(-1)).toEqual({ type: "finished", reason: "cancelled" });
});

test("tokens written are counted to the last, those of unfinished samples included", async () => {
  const { events, samples } = await run(says("ab", "c"), [asking("?", [0, 1])]);
  const counts = events.flatMap((event) => (event.type === "progress" ? [event.tokens] : []));
  expect(counts.at(-1)).toBe(samples.reduce((sum, { tokens }) => sum + tokens.length, 0));
});

test("full memory narrows the batch, and loses nothing", async () => {
  const model = says("ab", "cd", "ef", "gh");
  model.mostRows = 2;
  const { events, texts } = await run(model, [asking("one?", [0, 1]), asking("two?", [0, 1])], {
    mostRows: 4,
  });
  expect(events.filter(({ type }) => type === "narrowed")).toEqual([{ type: "narrowed", rows: 2 }]);
  expect(texts.sort()).toEqual(["0.0 ab", "0.1 cd", "1.0 ef", "1.1 gh"]);
});

test("no prompts, no samples, and an end", async () => {
  const { events } = await run(says(), []);
  expect(events.at(-1)).toEqual({ type: "finished", reason: "stop" });
});
