// Sequences as values: whatever was forked, appended, cut, dropped or added, a row's logits are those of a fresh reading of its
// tokens by the graph as it was exported, one row at a time.
import { beforeAll, describe, expect, test } from "vitest";
import type { LanguageModel, Sequence, SequenceBatch } from "../../src/engine/language-model";
import { verdict } from "../../src/engine/score";
import { fixture, load, POCKET } from "./models";
import { questions } from "./questions";
import { record } from "./record";

const WITHIN = 1e-3;
const LONG = Array.from({ length: 150 }, (_, at) => 5 + ((at * 37) % 200));
const SHORT = LONG.slice(0, 40).map((token) => token + 1);
const NEXT = (row: number, step = 0) => 20 + row * 13 + step * 7;

describe.each([
  ["wasm", "shared"],
  ["wasm", "exported"],
  ["webgpu", "exported"],
  ["webgpu", "shared"],
] as const)("on %s with attention %s", (device, attention) => {
  let model: LanguageModel;
  let exported: LanguageModel;
  beforeAll(async () => {
    ({ model } = await load(await fixture("nano"), device, attention));
    ({ model: exported } = await load(await fixture("nano"), "wasm", "exported"));
    expect(model.cache.sharesPrefix).toBe(attention === "shared");
  });

  const truth = new Map<string, Float32Array>();
  async function fresh(tokens: readonly number[]): Promise<Float32Array> {
    const known = truth.get(tokens.join());
    if (known) return known;
    const sequence = await exported.prefill(tokens);
    truth.set(tokens.join(), sequence.logits!);
    sequence.release();
    return sequence.logits!;
  }

  async function expectFresh(batch: SequenceBatch, rows: readonly (readonly number[])[]): Promise<void> {
    expect(batch.rows).toBe(rows.length);
    for (const [row, tokens] of rows.entries()) {
      expect(distance(await batch.logits(row), await fresh(tokens)), `row ${row}`).toBeLessThan(WITHIN);
    }
  }

  test("a prompt longer than a piece reads as a whole", async () => {
    const sequence = await model.prefill(LONG);
    expect(distance(sequence.logits!, await fresh(LONG))).toBeLessThan(WITHIN);
    sequence.release();
  });

  test("a prompt that begins as another one, and then parts from it, is compared by its tokens", async () => {
    const other = [...LONG.slice(0, 60), 9, ...LONG.slice(61, 100)];
    for (const tokens of [LONG, other, LONG.slice(0, 70), LONG]) {
      const sequence = await model.prefill(tokens);
      expect(sequence.tokens).toEqual(tokens);
      expect(distance(sequence.logits!, await fresh(tokens))).toBeLessThan(WITHIN);
      sequence.release();
    }
  });

  test("appended, cut and appended again, a sequence reads as its tokens, and the first one stays", async () => {
    const first = await model.prefill(SHORT);
    const longer = await first.append([7, 8, 9]);
    const cut = longer.truncate(SHORT.length + 1);
    expect([cut.tokens, cut.logits]).toEqual([[...SHORT, 7], undefined]);
    const again = await cut.append([11, 12]);
    expect(distance(again.logits!, await fresh([...SHORT, 7, 11, 12]))).toBeLessThan(WITHIN);
    const twin = await first.append([7, 8, 9]);
    expect(distance(twin.logits!, longer.logits!)).toBeLessThan(WITHIN);
    for (const sequence of [first, longer, cut, again, twin]) sequence.release();
  });

  test("rows of different prompts and lengths decode together", async () => {
    const prompts = [LONG, SHORT, LONG.slice(0, 60), SHORT];
    const sequences: Sequence[] = [];
    for (const prompt of prompts) sequences.push(await model.prefill(prompt));
    const batch = model.batch(sequences);
    for (const sequence of sequences) sequence.release();
    const rows = prompts.map((prompt) => [...prompt]);
    for (let step = 0; step < 3; step++) {
      const tokens = rows.map((_, row) => NEXT(row, step));
      await batch.decode(tokens);
      rows.forEach((row, index) => row.push(tokens[index]!));
    }
    await expectFresh(batch, rows);
    batch.dispose();
  });

  test("rows that are forked, dropped, reordered, added, lengthened and cut stay what they are", async () => {
    const [long, short] = [await model.prefill(LONG), await model.prefill(SHORT)];
    const batch = model.batch([short, short, short]);
    await batch.decode([1, 2, 3]);
    batch.keep([2, 0, 0]);
    await batch.decode([4, 5, 6]);
    const rows = [[...SHORT, 3, 4], [...SHORT, 1, 5], [...SHORT, 1, 6]]; // prettier-ignore
    await expectFresh(batch, rows);

    batch.add([long]);
    await batch.append([[7], [8, 9, 10], [11, 12], [13]]);
    const longer = [
      [...rows[0]!, 7],
      [...rows[1]!, 8, 9, 10],
      [...rows[2]!, 11, 12],
      [...LONG, 13],
    ];
    await expectFresh(batch, longer);

    batch.truncate(1, SHORT.length + 2);
    batch.truncate(3, 100);
    await expect(async () => batch.logits(1)).rejects.toThrow(/append a token/);
    await batch.decode([14, 15, 16, 17]);
    const cut = [
      [...longer[0]!, 14],
      [...rows[1]!, 15],
      [...longer[2]!, 16],
      [...LONG.slice(0, 100), 17],
    ];
    await expectFresh(batch, cut);

    const child = await batch.sequence(2);
    batch.keep([0]);
    const family = model.batch([child, child, long]);
    await family.decode([18, 19, 20]);
    await expectFresh(family, [
      [...cut[2]!, 18],
      [...cut[2]!, 19],
      [...LONG, 20],
    ]);
    await batch.decode([21]);
    await expectFresh(batch, [[...cut[0]!, 21]]);
    for (const held of [long, short, child]) held.release();
    for (const each of [batch, family]) each.dispose();
  });

  test("few rows with many tokens to append read as their tokens, and decode on", async () => {
    const [long, short] = [await model.prefill(LONG), await model.prefill(SHORT)];
    const batch = model.batch([long, short]);
    await batch.decode([1, 2]);
    const more = [
      [7, 8, 9, 10, 11],
      [12, 13],
    ];
    await batch.append(more);
    const rows = [
      [...LONG, 1, ...more[0]!],
      [...SHORT, 2, ...more[1]!],
    ];
    await expectFresh(batch, rows);
    await batch.decode([3, 4]);
    await expectFresh(batch, [
      [...rows[0]!, 3],
      [...rows[1]!, 4],
    ]);
    for (const held of [long, short]) held.release();
    batch.dispose();
  });

  test("another sequence in a row's place reads as its own tokens, and the other rows stay", async () => {
    const [long, short] = [await model.prefill(LONG), await model.prefill(SHORT)];
    const batch = model.batch([short, long, short]);
    await batch.decode([1, 2, 3]);
    const other = await model.prefill(LONG.slice(0, 70));
    batch.replace([0, 2], [long, other]);
    await batch.decode([4, 5, 6]);
    await expectFresh(batch, [
      [...LONG, 4],
      [...LONG, 2, 5],
      [...LONG.slice(0, 70), 6],
    ]);
    batch.replace([1], [short]);
    await batch.decode([7, 8, 9]);
    await expectFresh(batch, [
      [...LONG, 4, 7],
      [...SHORT, 8],
      [...LONG.slice(0, 70), 6, 9],
    ]);
    for (const held of [long, short, other]) held.release();
    batch.dispose();
  });

  test("scores are the logprobs of a fresh reading, for continuations of any lengths", async () => {
    const sequence = await model.prefill(SHORT);
    const continuations = [[3, 4, 5, 6, 7], [8], [9, 10], []];
    const scores = await model.score(sequence, continuations);
    for (const [index, tokens] of continuations.entries()) {
      expect(scores[index]).toHaveLength(tokens.length);
      for (const [at, token] of tokens.entries()) {
        const logits = await fresh([...SHORT, ...tokens.slice(0, at)]);
        const partition = Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit), 0));
        expect(scores[index]![at]).toBeCloseTo(logits[token]! - partition, 3);
      }
    }
    sequence.release();
  });
});

test("scoring what was generated gives the logprobs it was generated with, within 1e-3 of their sum", async () => {
  const { model } = await load(POCKET, "wasm");
  const [question] = questions(1) as [string];
  const samples = await record(model, { question, samples: 8 });
  const prompt = await model.prefill(model.tokenize([{ role: "user", content: question }]));
  const scores = await model.score(
    prompt,
    samples.map(({ tokens }) => tokens),
  );
  for (const [index, { logprobs }] of samples.entries()) {
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    expect(Math.abs(sum(scores[index]!) - sum(logprobs))).toBeLessThan(1e-3);
  }
});

test("a verdict is the share of each of a few tokens, if it must be one of them", () => {
  const shares = verdict(Float32Array.of(2, 9, 2, 2 + Math.log(2)), [0, 2, 3]);
  expect(shares.map((share) => share.toFixed(6))).toEqual(["0.250000", "0.250000", "0.500000"]);
});

function distance(a: Float32Array, b: Float32Array): number {
  return Math.max(...a.map((logit, token) => Math.abs(logit - b[token]!)));
}
