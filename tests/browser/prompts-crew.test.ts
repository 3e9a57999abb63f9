// Samples of many prompts by real workers: the same as asking for each by itself, whoever writes them and whoever dies.
import { afterEach, expect, test } from "vitest";
import { LanguageClient } from "../../src/client/language-client";
import { sampleByCrew } from "../../src/client/prompts-crew";
import type { CrewEvent } from "../../src/client/prompts-worker";
import { POCKET } from "./models";
import { questions } from "./questions";
import { OPEN } from "./record";

const SAMPLES = 4;
/** The last begins as the first does: read after it, it would be read from where they part. */
const QUESTIONS = [...questions(5), `${questions(1)[0]} And how many are that in all?`];
const { seed: _, ...sampling } = { ...OPEN, maxTokens: 48 };
const messagesOf = (content: string) => [{ role: "user" as const, content }];
const request = { model: "m", sampling };
const prompts = QUESTIONS.map((question, seed) => ({
  messages: messagesOf(question),
  seed,
  samples: Array.from({ length: SAMPLES }, (_, sample) => sample),
}));
const TOGETHER = 2;
const PORTIONS = [0, 1, 2].map((portion) => prompts.slice(TOGETHER * portion, TOGETHER * (portion + 1)));

const clients: LanguageClient[] = [];
afterEach(() => clients.splice(0).forEach((client) => client.terminate()));

const loadInto = (client: LanguageClient) =>
  client.load({ model: "m", source: POCKET, device: "wasm" }, () => {});

async function crew(count: number): Promise<LanguageClient[]> {
  for (let worker = 0; worker < count; worker++) clients.push(new LanguageClient());
  await Promise.all(clients.map(loadInto));
  return clients;
}

/** `prompt.sample` → its tokens, each told once; and the same with the bits of their logprobs. */
async function record(
  onEvent: (event: CrewEvent) => void = () => {},
  signal = new AbortController().signal,
  of = [...PORTIONS.keys()],
) {
  const written = new Map<string, string>();
  const bits = new Map<string, number[]>();
  const events: CrewEvent[] = [];
  const end = await sampleByCrew({
    clients,
    request,
    portions: of.map((portion) => PORTIONS[portion]!),
    loadAgain: loadInto,
    signal,
    onEvent(event) {
      events.push(event);
      if (event.type === "written")
        for (const { prompt, sample, tokens } of event.samples) {
          const key = `${of[event.portion]! * TOGETHER + prompt}.${sample}`;
          expect(written.has(key)).toBe(false);
          written.set(key, tokens.map(({ id }) => id).join());
          bits.set(
            key,
            tokens.map(({ logprob }) => logprob),
          );
        }
      onEvent(event);
    },
  });
  return { written, bits, events, end };
}

async function asked(client: LanguageClient): Promise<Map<string, string>> {
  const written = new Map<string, string>();
  for (const [prompt, question] of QUESTIONS.entries()) {
    const ids: number[][] = Array.from({ length: SAMPLES }, () => []);
    await client.generate(
      {
        model: "m",
        messages: messagesOf(question),
        samples: SAMPLES,
        sampling: { ...sampling, seed: prompt },
      },
      (event) => event.type === "stepped" && event.tokens.forEach(({ sample, id }) => ids[sample]!.push(id)),
    );
    ids.forEach((tokens, sample) => written.set(`${prompt}.${sample}`, tokens.join()));
  }
  return written;
}

test("two workers write what asking each question by itself gives, token by token", async () => {
  const [client] = await crew(2);
  const { written, events, end } = await record();
  expect(end).toBe("stop");
  expect(new Map([...written].sort())).toEqual(new Map([...(await asked(client!))].sort()));
  const counted = [...written.values()].reduce((sum, ids) => sum + ids.split(",").length, 0);
  expect(events.filter((event) => event.type === "progress").at(-1)).toMatchObject({ tokens: counted });
});

test("a worker that dies is replaced, and every sample is told once", async () => {
  await crew(2);
  let killed = false;
  const { written, events } = await record((event) => {
    if (event.type !== "written" || killed) return;
    killed = true;
    clients[0]!.terminate("for the test");
  });
  expect(events.filter(({ type }) => type === "resumed")).toEqual([
    { type: "resumed", reason: "worker-gone" },
  ]);
  expect(new Map([...written].sort())).toEqual(new Map([...(await asked(clients[1]!))].sort()));
});

test("Stop is heard by all, and what was told was whole", async () => {
  const [client] = await crew(2);
  const controller = new AbortController();
  const { written, end } = await record(
    (event) => event.type === "written" && controller.abort(),
    controller.signal,
  );
  expect(end).toBe("cancelled");
  expect(written.size).toBeLessThan(QUESTIONS.length * SAMPLES);
  const alone = await asked(client!);
  for (const [key, tokens] of written) expect(tokens).toBe(alone.get(key));
});

test("a portion's samples have the same bits whoever writes it, after whatever was written before", async () => {
  await crew(1);
  const alone = await record();
  const { bits } = await record(() => {}, undefined, [2, 0]);
  expect(bits.size).toBe(2 * TOGETHER * SAMPLES);
  for (const [key, logprobs] of bits) expect(logprobs).toEqual(alone.bits.get(key));
  await crew(1);
  expect((await record()).bits).toEqual(alone.bits);
});

test("a portion that wants more is written on by its worker, round after round, with the same bits whoever it is", async () => {
  const round = (prompt: number, from: number) => [{ ...prompts[prompt]!, samples: [from, from + 1] }];
  const inRounds = async (of: readonly number[], from: number) => {
    const bits = new Map<string, number[]>();
    const begun = of.map(() => from);
    await sampleByCrew({
      clients,
      request,
      portions: of.map((prompt) => round(prompt, from)),
      more: (portion) => ((begun[portion]! += 2) < 6 ? round(of[portion]!, begun[portion]!) : null),
      loadAgain: loadInto,
      signal: new AbortController().signal,
      onEvent(event) {
        if (event.type !== "written") return;
        for (const { sample, tokens } of event.samples)
          bits.set(
            `${of[event.portion]}.${sample}`,
            tokens.map(({ logprob }) => logprob),
          );
      },
    });
    return bits;
  };
  await crew(1);
  const alone = await inRounds([0, 1, 2], 0);
  expect([...alone.keys()].sort()).toEqual(
    [0, 1, 2].flatMap((prompt) => [0, 1, 2, 3, 4, 5].map((sample) => `${prompt}.${sample}`)),
  );
  for (const [key, logprobs] of await inRounds([2, 1], 4)) expect(logprobs).toEqual(alone.get(key));
  await crew(1);
  expect(await inRounds([0, 1, 2], 0)).toEqual(alone);
});
