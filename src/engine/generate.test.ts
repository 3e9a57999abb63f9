import { describe, expect, test } from "vitest";
import { bytesOf, END } from "../../tests/byte-tokenizer";
import { type ScriptedModel, scriptedModel } from "../../tests/scripted-model";
import {
  errorCode,
  type GenerationEvent,
  type GenerationRequest,
  type SamplingOptions,
} from "../../workers/protocol";
import { generate } from "./generate";
import { SpoiltMemory } from "./onnx/runtime-error";

const OPEN: SamplingOptions = {
  temperature: 1,
  topK: 0,
  topP: 1,
  minP: 0,
  maxTokens: 100,
  stop: [],
  seed: 1,
};

async function run(
  model: ScriptedModel,
  samples: number,
  sampling: Partial<SamplingOptions> = {},
  content = "?",
  more: Partial<GenerationRequest> = {},
) {
  const events: GenerationEvent[] = [];
  const request = { model: "m", messages: [{ role: "user" as const, content }], samples };
  const signal = new AbortController().signal;
  const reason = await generate(
    model,
    { ...request, ...more, sampling: { ...OPEN, ...sampling } },
    (e) => events.push(e),
    signal,
  );
  const textOf = (sample: number) =>
    events
      .flatMap((event) => (event.type === "stepped" ? event.tokens : []))
      .filter((token) => token.sample === sample)
      .map((token) => token.text)
      .join("");
  return { events, reason, textOf };
}

const says = (...texts: string[]) => scriptedModel(texts.map(bytesOf));

test("the prompt is read once for all samples", async () => {
  const model = says("a", "b", "c");
  await run(model, 3);
  expect(model.prefills).toBe(1);
});

test("events come in the protocol's order, the end last", async () => {
  const { events } = await run(says("ab", "c"), 2);
  expect(events.map(({ type }) => type)).toEqual([
    "prefilled",
    "stepped",
    "stepped",
    "sampleFinished",
    "stepped",
    "sampleFinished",
    "finished",
  ]);
});

test("finished rows leave the batch, and the others go on undisturbed", async () => {
  const model = says("a", "abcd", "abc");
  const { textOf } = await run(model, 3);
  expect(model.decodedRows).toEqual([3, 2, 2, 1]);
  expect([0, 1, 2].map(textOf)).toEqual(["a", "abcd", "abc"]);
});

test("the token that ends a sample is counted, with no text", async () => {
  const { events, reason } = await run(says("a"), 1);
  const tokens = events.flatMap((event) => (event.type === "stepped" ? event.tokens : []));
  expect(tokens.map(({ id, text }) => [id, text])).toEqual([
    [97, "a"],
    [END, ""],
  ]);
  expect(reason).toBe("stop");
});

test("max tokens are respected, and the last one costs no run", async () => {
  const model = says("abcdef");
  const { reason, textOf } = await run(model, 1, { maxTokens: 3 });
  expect(reason).toBe("length");
  expect(textOf(0)).toBe("abc");
  expect(model.decodedRows).toHaveLength(2);
});

test("the end of the context finishes a sample", async () => {
  const promptTokens = says("").tokenize([{ role: "user", content: "?" }]).length;
  const { reason, textOf } = await run(scriptedModel([bytesOf("abcdef")], promptTokens + 4), 1);
  expect(reason).toBe("length");
  expect(textOf(0)).toBe("abcd");
});

test("a prompt that leaves no room is refused before anything runs, naming both counts", async () => {
  const model = scriptedModel([[]], 30);
  const attempt = run(model, 1, {}, "A question of some length");
  await expect(attempt).rejects.toThrow(/44 tokens.*at most 30.*Shorten/);
  expect(await attempt.catch(errorCode)).toBe("prompt-too-long");
  expect(model.prefills).toBe(0);
});

test("a stop string ends a sample, and is not part of its text", async () => {
  const { reason, textOf } = await run(says("one.two", "one"), 2, { stop: ["."] });
  expect(reason).toBe("stop");
  expect([0, 1].map(textOf)).toEqual(["one", "one"]);
});

test("text held back for a stop string comes with the last token", async () => {
  const { textOf } = await run(says("a\n", "a\nb"), 2, { stop: ["\n\n"] });
  expect([0, 1].map(textOf)).toEqual(["a\n", "a\nb"]);
});

test("no event holds half a character", async () => {
  const { events } = await run(says("😀é"), 1);
  const texts = events.flatMap((event) => (event.type === "stepped" ? event.tokens.map((t) => t.text) : []));
  expect(texts).toEqual(["", "", "", "😀", "", "é", ""]);
});

describe("cancelling", () => {
  test("is heard within two steps, and every sample says so", async () => {
    const controller = new AbortController();
    const events: GenerationEvent[] = [];
    const model = scriptedModel(Array.from({ length: 4 }, () => new Array<number>(500).fill(97)));
    const request = { model: "m", messages: [], samples: 4, sampling: { ...OPEN, maxTokens: 500 } };
    const finished = generate(model, request, (event) => events.push(event), controller.signal);
    const steps = () => events.filter(({ type }) => type === "stepped").length;
    while (steps() < 10) await new Promise((resolve) => setTimeout(resolve));
    const before = steps();
    controller.abort();
    expect(await finished).toBe("cancelled");
    expect(steps() - before).toBeLessThanOrEqual(2);
    expect(events.slice(-5).map((event) => ("reason" in event ? event.reason : event.type))).toEqual(
      new Array(5).fill("cancelled"),
    );
    expect(model.disposed).toBe(1);
  });
});

describe("more samples than memory holds at once", () => {
  const scripts = ["a", "bcd", "ef", "ghij", "k"];

  test("are written in turn, each in the first row that is free, and say what they would have said", async () => {
    const model = says(...scripts);
    const promptTokens = model.tokenize([{ role: "user", content: "?" }]).length;
    const budgetBytes = promptTokens + 2 * 10 + 9;
    const { textOf, events } = await run(model, 5, { maxTokens: 10 }, "?", { budgetBytes });
    expect(scripts.map((_, sample) => textOf(sample))).toEqual(scripts);
    expect(model.decodedRows).toEqual([2, 2, 2, 2, 2, 2, 1, 1]); // A row whose sample has ended is read along once more, then taken over.
    expect(events.filter(({ type }) => type === "sampleFinished")).toHaveLength(5);
    expect(events.some(({ type }) => type === "narrowed")).toBe(false);
  });

  test("halve the width when it fails in mid-run, which is told, and lose nothing", async () => {
    const model = says(...scripts);
    model.mostRows = 2;
    const { textOf, events } = await run(model, 5);
    expect(scripts.map((_, sample) => textOf(sample))).toEqual(scripts);
    expect(events.flatMap((event) => (event.type === "narrowed" ? [event.rows] : []))).toEqual([2]);
    expect(Math.max(...model.decodedRows)).toBe(2);
    expect(model.prefills).toBe(1);
  });

  test("do not go on in memory that was spoilt", async () => {
    const model = says("abc", "def");
    const batch = model.batch.bind(model);
    const spoilt = () => Promise.reject(new SpoiltMemory("out-of-memory", "full"));
    model.batch = (sequences) => Object.assign(batch(sequences), { decode: spoilt });
    await expect(run(model, 2)).rejects.toBeInstanceOf(SpoiltMemory);
  });

  test("fail when even one does not fit", async () => {
    const model = says("abc", "def");
    model.mostRows = 0;
    await expect(run(model, 2)).rejects.toThrow(/allocation failed/);
  });
});

test("a sample that was begun goes on where it was, and one that had ended says nothing more", async () => {
  const resume = [
    { sample: 1, tokens: bytesOf("on") },
    { sample: 2, tokens: [...bytesOf("t"), END] },
  ];
  const { textOf, events } = await run(says("six", "one", "t"), 3, {}, "?", { resume });
  expect([0, 1, 2].map(textOf)).toEqual(["six", "e", ""]);
  const ended = events.flatMap((event) => (event.type === "sampleFinished" ? [event.sample] : []));
  expect(ended.sort()).toEqual([0, 1]);
});

test("memory is freed at the end, and when something throws on the way", async () => {
  const model = says("abc");
  await run(model, 1);
  expect(model.disposed).toBe(1);
  const broken = says("abc");
  const failing = generate(
    broken,
    { model: "m", messages: [], samples: 1, sampling: OPEN },
    (event) => {
      if (event.type === "stepped") throw new Error("full disk");
    },
    new AbortController().signal,
  );
  await expect(failing).rejects.toThrow("full disk");
  expect(broken.disposed).toBe(1);
});

test.each([0, 65, 1.5, NaN])("%d samples are refused", async (samples) => {
  await expect(run(says("a"), samples)).rejects.toThrow(/samples is .* from 1 to 64/);
});

test("no tokens are refused", async () => {
  await expect(run(says("a"), 1, { maxTokens: 0 })).rejects.toThrow(/maxTokens is 0/);
});

/** Room for one copy of the prompt and its answer, or for two answers behind one prompt. */
const SCARCE = {
  bytesPerToken: 1,
  sharesPrefix: false,
  budgetBytes: 150,
  sharing: { bytesPerToken: 1, budgetBytes: 250 },
};

test("Stop is heard while a second session opens, and the next run finds it open", async () => {
  const [model, second] = [says("a", "b"), says("a", "b")];
  let open = () => {};
  const opening = new Promise<ScriptedModel>((resolve) => (open = () => resolve(second)));
  const shared = { ...model, cache: SCARCE, sharing: () => opening };
  const controller = new AbortController();
  const events: GenerationEvent[] = [];
  const request = {
    model: "m",
    messages: [{ role: "user" as const, content: "?" }],
    samples: 2,
    sampling: OPEN,
  };
  const running = generate(shared, request, (event) => events.push(event), controller.signal);
  controller.abort();
  expect(await running).toBe("cancelled");
  expect(events.map((event) => ("reason" in event ? `${event.type} ${event.reason}` : event.type))).toEqual([
    "sampleFinished cancelled",
    "sampleFinished cancelled",
    "finished cancelled",
  ]);
  open();
  await generate(shared, request, () => {}, new AbortController().signal);
  expect([model.prefills, second.prefills]).toEqual([0, 1]);
});
