// A model that says what a test tells it to, and keeps count of its rows.
import type { LanguageModel, Sequence, SequenceBatch } from "../src/engine/language-model";
import { RowLogits } from "../src/engine/row-logits";
import { byteTokenizer, END } from "./byte-tokenizer";

const VOCABULARY = 260;

export interface ScriptedModel extends LanguageModel {
  /** Rows of each decode, in order. */
  decodedRows: number[];
  /** With more rows than this there is no memory for a step. */
  mostRows: number;
  prefills: number;
  disposed: number;
}

interface Row {
  script: readonly number[];
  said: number;
}

/** Sample r says script r, token by token, then ends; nothing else is ever likely. No two scripts begin alike. */
export function scriptedModel(scripts: readonly number[][], contextLength = 1000): ScriptedModel {
  let started = 0;
  const rowOf = (sequence: Sequence): Row => {
    const written = writtenIn(sequence);
    if (written.length === 0) return { script: scripts[started++]!, said: 0 };
    const script = scripts.find((one) => written.every((token, at) => token === (one[at] ?? END)));
    return { script: script!, said: written.length };
  };
  const model: ScriptedModel = {
    contextLength,
    vocabularySize: VOCABULARY,
    stopTokens: new Set([END]),
    cache: { bytesPerToken: 1, sharesPrefix: true, budgetBytes: 1_000_000 },
    outlivesFullMemory: true,
    mostRows: Infinity,
    decodedRows: [],
    prefills: 0,
    disposed: 0,
    tokenize: (messages) => byteTokenizer.tokenize(messages),
    textStream: () => byteTokenizer.textStream(),
    prefill(tokens) {
      model.prefills++;
      return Promise.resolve(sequenceOf(tokens, tokens.length));
    },
    batch: (sequences) => batchOf(model, sequences, rowOf),
    score: unscripted,
    warmUp: unscripted,
    sharing: () => Promise.resolve(model),
    memory: () => [],
    forget: () => {},
    dispose: () => Promise.resolve(),
  };
  return model;
}

const PROMPTS = new WeakMap<Sequence, number>();

function writtenIn(sequence: Sequence): readonly number[] {
  return sequence.tokens.slice(PROMPTS.get(sequence));
}

function sequenceOf(tokens: readonly number[], promptTokens: number): Sequence {
  const sequence: Sequence = {
    tokens,
    logits: undefined,
    append: (more) => Promise.resolve(sequenceOf([...tokens, ...more], promptTokens)),
    truncate: unscripted,
    fork: (count) => Array.from({ length: count }, () => sequenceOf(tokens, promptTokens)),
    release: () => {},
  };
  PROMPTS.set(sequence, promptTokens);
  return sequence;
}

function batchOf(
  model: ScriptedModel,
  sequences: readonly Sequence[],
  rowOf: (sequence: Sequence) => Row,
): SequenceBatch {
  let rows = sequences.map(rowOf);
  const logits = new RowLogits([]);
  return {
    lag: 0,
    get rows() {
      return rows.length;
    },
    logits: (row) => Promise.resolve(logits.of(row)),
    draw(draws) {
      logits.replace(rows.map(({ script, said }) => certain(script[said] ?? END)));
      return Promise.resolve({ tokens: Promise.resolve(logits.draw(draws)) });
    },
    keep(kept) {
      rows = kept.map((row) => rows[row]!);
      logits.keep(kept);
    },
    async decode(tokens = logits.drawn) {
      await Promise.resolve();
      if (rows.length > model.mostRows) throw new RangeError("Array buffer allocation failed");
      const expected = rows.map(({ script, said }) => script[said] ?? END);
      if (tokens.join() !== expected.join())
        throw new Error(`decoded ${tokens.join()} after ${expected.join()}`);
      model.decodedRows.push(tokens.length);
      for (const row of rows) row.said++;
    },
    append: unscripted,
    truncate: unscripted,
    add(more) {
      rows = [...rows, ...more.map(rowOf)];
    },
    replace(places, others) {
      places.forEach((row, at) => (rows[row] = rowOf(others[at]!)));
    },
    sequence: unscripted,
    dispose() {
      model.disposed++;
    },
  };
}

function certain(token: number): Float32Array {
  const logits = new Float32Array(VOCABULARY).fill(-100);
  logits[token] = 100;
  return logits;
}

function unscripted(): never {
  throw new Error("a scripted model has no such script");
}
