import { expect, test } from "vitest";
import { aggregation } from "../../lab/methods/aggregation/aggregation";
import type { SweepRecord } from "../../storage/sweep-record";
import { PromptRefused } from "../reading/prompt-refused";
import { Sweep } from "./sweep.svelte";
import { SweepLog } from "./sweep-log.svelte";
import { type RoleReaders, SweepReader } from "./sweep-reader.svelte";

const record: SweepRecord = {
  ...{ id: "s", createdAt: 0, appVersion: "0", status: "finished", activeMs: 0 },
  spec: {
    model: "m",
    device: "wasm",
    problems: { name: "three.jsonl", items: ["a", "b", "c"].map((question) => ({ question, answer: "1" })), seed: 0 }, // prettier-ignore
    methods: ["majority"],
    samples: 4,
    sampling: { temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: 8, stop: [] },
  },
};
const sample = (number: number, text: string) => ({
  ...{ sample: number, text, tokens: 10, logprob: -1, chunkEnds: [] },
  finish: "stop" as const,
});

async function sampled(): Promise<Sweep> {
  const sweep = await Sweep.open(record, [0, 1, 2].flatMap((problem) =>
    [0, 1, 2, 3].map((number) => ({ problem, written: sample(number, `Answer: ${number}`) })),
  )); // prettier-ignore
  await sweep.settle();
  return sweep;
}

/** Models that write "1" to everything, but for what `before` does at the n-th prompt. */
function readers(before: (prompt: number) => void = () => {}) {
  const prompts: string[] = [];
  const choice = (id: string) => ({
    id,
    label: id,
    source: { kind: "folder" as const, name: id, files: [] },
  });
  const models: RoleReaders = {
    choices: { aggregator: choice("a"), judge: choice("j") },
    writer: (listenerOf) => ({
      isTrained: () => true,
      async write(role, asked) {
        for (const { messages } of asked) {
          prompts.push(messages[0]!.content);
          before(prompts.length);
        }
        await Promise.resolve();
        listenerOf(role).signal.throwIfAborted();
        return asked.map(() => [sample(0, "Answer: 1")]);
      },
    }),
  };
  return { prompts, openRoles: () => Promise.resolve(models) };
}
const METHODS = () => [aggregation];

test("reading that was paused goes on at the first reading that is missing", async () => {
  const [sweep, log, abort] = [await sampled(), new SweepLog(), new AbortController()];
  const { prompts, openRoles } = readers((prompt) => prompt === 4 && abort.abort());
  const reader = new SweepReader(openRoles, log);
  await expect(reader.read(sweep, { methods: METHODS, signal: abort.signal })).rejects.toThrow();
  await sweep.settle(); // Figures follow what was written between frames.
  expect(sweep.readFor([aggregation])).toBe(1);
  const kept = await log.readingsOf(sweep.record);
  expect(kept.map(({ problem, exchanges }) => [problem, exchanges.length])).toEqual([[0, 2], [1, 1]]); // prettier-ignore

  await reader.read(sweep, { methods: METHODS, signal: new AbortController().signal });
  expect(sweep.readFor([aggregation])).toBe(3);
  expect(prompts).toHaveLength(7); // Three problems at two and four samples, and the one that was cut short.
  expect(new Set(prompts).size).toBe(6);
});

test("a model that is lost is asked once more, and lost again it ends the reading with its reason", async () => {
  const once = readers((prompt) => {
    if (prompt === 3) throw new Error("The worker is gone.");
  });
  const [sweep, signal] = [await sampled(), new AbortController().signal];
  const reader = new SweepReader(once.openRoles, new SweepLog());
  await reader.read(sweep, { methods: METHODS, signal });
  expect(sweep.readFor([aggregation])).toBe(3);
  expect(reader.notes).toEqual(["A model that reads was lost and has been started again."]);

  const always = readers(() => {
    throw new Error("The worker is gone.");
  });
  const reading = new SweepReader(always.openRoles, new SweepLog()).read(await sampled(), { methods: METHODS, signal }); // prettier-ignore
  await expect(reading).rejects.toThrow("The worker is gone.");
});

test("a prompt that a model cannot read leaves its place empty, and the others are read", async () => {
  const { openRoles } = readers((prompt) => {
    if (prompt === 2) throw new PromptRefused("it is too long");
  });
  const [sweep, signal] = [await sampled(), new AbortController().signal];
  const reader = new SweepReader(openRoles, new SweepLog());
  await reader.read(sweep, { methods: METHODS, signal });
  const place = sweep.outcomes.methods.findIndex(({ id }) => id === "aggregation");
  expect(sweep.outcomes.problems.map(({ methods }) => methods[place]!.map(({ tokens }) => tokens))).toEqual([[NaN, 30, NaN], [NaN, 30, 50], [NaN, 30, 50]]); // prettier-ignore
  expect(sweep.readFor([aggregation])).toBe(3); // There is nothing left to do.
  expect(reader.notes[0]).toContain("it is too long");
});
