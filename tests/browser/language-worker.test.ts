// The real worker behind the real client, as the page uses them.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ModelCard } from "../../models/card";
import { pocketPolicy } from "../../models/pocket-policy";
import { LanguageClient } from "../../src/client/language-client";
import {
  errorCode,
  type GenerationEvent,
  type GenerationRequest,
  type LoadEvent,
  type ModelSource,
} from "../../workers/protocol";
import { fixture, POCKET } from "./models";
import { questions } from "./questions";
import { OPEN } from "./record";

let client: LanguageClient;
beforeEach(() => {
  client = new LanguageClient();
});
afterEach(() => client.terminate());

const [QUESTION] = questions(1) as [string];
const request = (samples: number, maxTokens = 256): GenerationRequest => ({
  model: "m",
  messages: [{ role: "user", content: QUESTION }],
  samples,
  sampling: { ...OPEN, maxTokens },
});

async function load(source: ModelSource): Promise<LoadEvent[]> {
  const events: LoadEvent[] = [];
  await client.load({ model: "m", source, device: "wasm" }, (event) => events.push(event));
  return events;
}

test("a load tells bytes, compiling, loaded, and every byte is counted", async () => {
  const events = await load(POCKET);
  expect(new Set(events.map(({ type }) => type))).toEqual(new Set(["downloading", "compiling", "loaded"]));
  expect(events.map(({ type }) => type).slice(-2)).toEqual(["compiling", "loaded"]);
  const last = events.filter((event) => event.type === "downloading").at(-1)!;
  const graph = pocketPolicy.files.find(({ path }) => path === pocketPolicy.graph.wasm)!;
  expect(last.loadedBytes).toBe(last.totalBytes);
  expect(last.totalBytes).toBeGreaterThan(graph.bytes);
  const loaded = events.at(-1);
  expect(loaded).toMatchObject({
    type: "loaded",
    model: { device: "wasm", architecture: "llama", model: "m" },
  });
});

test("all events arrive before the call resolves, the end last", async () => {
  await load(await fixture("nano"));
  for (let run = 0; run < 10; run++) {
    const events: GenerationEvent[] = [];
    const reason = await client.generate(request(8, 8), (event) => events.push(event));
    expect(events.at(-1)).toEqual({ type: "finished", reason });
    expect(events.filter(({ type }) => type === "sampleFinished")).toHaveLength(8);
  }
});

// 64 rows make a step longer than a message takes, so that the steps counted are the worker's own; on a busy machine
// the page itself may be late, so it may try again.
test("a cancelled run ends within two steps, as an outcome and not an error", { retry: 3 }, async () => {
  await load(POCKET);
  const controller = new AbortController();
  let steps = 0;
  let stepsAtAbort = 0;
  const reason = await client.generate(
    request(64),
    (event) => {
      if (event.type !== "stepped" || ++steps !== 5) return;
      stepsAtAbort = steps;
      controller.abort();
    },
    controller.signal,
  );
  expect(reason).toBe("cancelled");
  expect(steps - stepsAtAbort).toBeLessThanOrEqual(2);
});

test("two runs at once do not disturb each other", async () => {
  await load(await fixture("nano"));
  const tokens = async () => {
    const ids: number[] = [];
    await client.generate(request(4, 12), (event) => {
      if (event.type === "stepped") ids.push(...event.tokens.map(({ id }) => id));
    });
    return ids;
  };
  const alone = await tokens();
  expect(await Promise.all([tokens(), tokens()])).toEqual([alone, alone]);
});

test("an unloaded model is an error by its name", async () => {
  const generating = client.generate(request(1), () => {});
  await expect(generating).rejects.toThrow(/"m" is not loaded/);
  expect(await generating.catch(errorCode)).toBe("model-not-loaded");
});

test("a question longer than the context is refused, naming both counts", async () => {
  await load(await fixture("nano"));
  const long = { ...request(1), messages: [{ role: "user" as const, content: "ab ".repeat(5000) }] };
  const generating = client.generate(long, () => {});
  await expect(generating).rejects.toThrow(/takes \d+ tokens, but this model reads at most \d+/);
  expect(await generating.catch(errorCode)).toBe("prompt-too-long");
});

describe("a killed worker", () => {
  test("rejects what runs with worker-gone, says so once, and the client works again", async () => {
    const gone: string[] = [];
    client.onGone = (error) => gone.push(error.name);
    await load(await fixture("nano"));
    const before: GenerationEvent[] = [];
    const running = client.generate(request(4), (event) => {
      before.push(event);
      if (event.type === "stepped") client.terminate();
    });
    expect(await running.catch(errorCode)).toBe("worker-gone");
    expect(before.map(({ type }) => type)).toEqual(["prefilled", "stepped"]); // Nothing is told after the end.
    expect(gone).toEqual(["worker-gone"]);

    expect(await client.generate(request(1), () => {}).catch(errorCode)).toBe("model-not-loaded");
    expect(client.generation).toBe(2);
    await load(await fixture("nano"));
    expect(await client.generate(request(2, 4), () => {})).toBe("length");
  });

  test("rejects a load too", async () => {
    const loading = client.load({ model: "m", source: POCKET, device: "wasm" }, () => client.terminate());
    expect(await loading.catch(errorCode)).toBe("worker-gone");
  });
});

test("a page that fails at an event gets its own error back, and the worker lives on", async () => {
  await load(await fixture("nano"));
  const generating = client.generate(request(2, 8), () => {
    throw new Error("full disk");
  });
  await expect(generating).rejects.toThrow("full disk");
  expect(await client.generate(request(2, 4), () => {})).toBe("length");
  expect(client.generation).toBe(1);
});

describe("a bad weight file is refused by name, and the worker lives on", () => {
  const change = (file: Partial<ModelCard["files"][number]>): ModelSource => ({
    ...(POCKET as ModelSource & { kind: "card" }),
    card: {
      ...pocketPolicy,
      files: pocketPolicy.files.map((each) =>
        each.path === pocketPolicy.graph.wasm ? { ...each, ...file } : each,
      ),
      graph: { ...pocketPolicy.graph, wasm: file.path ?? pocketPolicy.graph.wasm },
    },
  });

  test.each([
    ["corrupted", change({ sha256: "0".repeat(64) }), "model-corrupt", /onnx\/model\S* differs/],
    [
      "truncated",
      change({ bytes: 99_999_999 }),
      "model-corrupt",
      /has \d+ bytes where 99999999 are expected/,
    ],
    ["missing", change({ path: "onnx/absent.onnx" }), "model-incomplete", /onnx\/absent\.onnx is missing/],
  ])("%s", async (_, source, code, message) => {
    const loading = load(source);
    await expect(loading).rejects.toThrow(message);
    expect(await loading.catch(errorCode)).toBe(code);
    expect(await client.generate(request(1), () => {}).catch(errorCode)).toBe("model-not-loaded");
    await load(POCKET);
    expect(await client.generate(request(1, 2), () => {})).toBe("length");
  });

  test("a folder that lacks files is refused with all of them", async () => {
    const nano = (await fixture("nano")) as ModelSource & { kind: "folder" };
    const files = nano.files.filter(({ path }) => !/tokenizer/.test(path));
    const loading = load({ ...nano, files });
    await expect(loading).rejects.toThrow(/lacks tokenizer\.json and tokenizer_config\.json/);
    expect(await loading.catch(errorCode)).toBe("model-incomplete");
  });
});

test("an aborted load ends as an abort, and the next one works", async () => {
  const controller = new AbortController();
  const loading = client.load(
    { model: "m", source: POCKET, device: "wasm" },
    () => controller.abort(),
    controller.signal,
  );
  expect(await loading.catch((error: Error) => error.name)).toBe("AbortError");
  await load(await fixture("nano"));
});
