// A model that says what a test tells it to, and keeps count of its rows.
import type { LanguageModel, SequenceBatch } from "../src/engine/language-model";
import { byteTokenizer, END } from "./byte-tokenizer";

const VOCABULARY = 260;

export interface ScriptedModel extends LanguageModel {
  /** Rows of each decode, in order. */
  decodedRows: number[];
  prefills: number;
  disposed: number;
}

/** Row r of a fork says script r, token by token, then ends; nothing else is ever likely. */
export function scriptedModel(scripts: readonly number[][], contextLength = 1000): ScriptedModel {
  const model: ScriptedModel = {
    contextLength,
    vocabularySize: VOCABULARY,
    stopTokens: new Set([END]),
    decodedRows: [],
    prefills: 0,
    disposed: 0,
    tokenize: (messages) => byteTokenizer.tokenize(messages),
    textStream: () => byteTokenizer.textStream(),
    prefill() {
      model.prefills++;
      return Promise.resolve(batchOf(model, scripts));
    },
    dispose: () => Promise.resolve(),
  };
  return model;
}

function batchOf(model: ScriptedModel, scripts: readonly number[][]): SequenceBatch {
  let rows = [0]; // which script each row says
  let said = 0;
  return {
    get rows() {
      return rows.length;
    },
    logits(row) {
      const logits = new Float32Array(VOCABULARY).fill(-100);
      logits[scripts[rows[row]!]![said] ?? END] = 100;
      return logits;
    },
    fork(count) {
      rows = Array.from({ length: count }, (_, row) => row);
    },
    keep(kept) {
      rows = kept.map((row) => rows[row]!);
    },
    decode(tokens) {
      const expected = rows.map((row) => scripts[row]![said]);
      if (tokens.join() !== expected.join())
        throw new Error(`decoded ${tokens.join()} after ${expected.join()}`);
      model.decodedRows.push(tokens.length);
      said++;
      return Promise.resolve();
    },
    dispose() {
      model.disposed++;
    },
  };
}
