import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rangesOfBlob } from "./byte-ranges";
import { createLabelTokenizer } from "./label-tokenizer";
import { padTexts, poolIndices } from "./prepare-texts";
import { readTextContract, type TextContract } from "./text-contract";
import { TokenEmbeddings } from "./token-embeddings";

const looksBack: TextContract = { context: 8, padId: 1, causal: true };

test("texts are filled up to the longest where tokens look back only, else to the context", () => {
  const texts = [[0, 5, 2], [0, 2], []];
  const cut = { count: 3, length: 3, ids: [0, 5, 2, 0, 2, 1, 1, 1, 1] };
  expect(padTexts(texts, looksBack, 1)).toEqual(cut);
  expect(padTexts(texts, { ...looksBack, causal: false }, 9).ids).toEqual([
    ...[0, 5, 2, 9, 9, 9, 9, 9],
    ...[0, 2, 9, 9, 9, 9, 9, 9],
    ...[9, 9, 9, 9, 9, 9, 9, 9],
  ]);
});

test("a text is where its first end is, at its highest token, or in the last place", () => {
  const batch = padTexts([[0, 5, 2], [0, 2, 2, 7], [3]], looksBack, 1);
  expect(poolIndices(batch, { rule: "first-eos", eosId: 2 })).toEqual([2, 1, 0]);
  expect(poolIndices(batch, { rule: "highest-id" })).toEqual([1, 3, 0]);
  expect(poolIndices(batch, { rule: "last" })).toEqual([3, 3, 3]);
});

test("of mT5's texts the first end is as far in as there are tokens above it", () => {
  const texts = [[300, 17, 2, 1], [1]];
  const batch = padTexts(texts, looksBack, 0);
  const above = texts.map((ids) => ids.filter((id) => id > 1).length);
  expect(poolIndices(batch, { rule: "first-eos", eosId: 1 })).toEqual(above);
});

test("folders from elsewhere are known by their architecture", () => {
  expect(readTextContract({ model_type: "siglip", text_config: {} })).toEqual({ context: 64, causal: false });
  expect(readTextContract({ model_type: "clip" })).toEqual({ context: 77, causal: true });
  const longer = { model_type: "siglip", text_config: { max_position_embeddings: 16 } };
  expect(readTextContract(longer).context).toBe(16);
});

test("what this page cannot read is refused by name", () => {
  const text = { context: 77, padId: 1, causal: true, tokenEmbedding: "t.bin", rows: 1, dim: 1, stride: 1 };
  const read = (rest: { dtype: string; pooling: string }) => () =>
    readTextContract({ quorum: { text: { ...text, ...rest } } });
  expect(read({ dtype: "int3", pooling: "last" })).toThrow(/int3/);
  expect(read({ dtype: "fp16", pooling: "mean" })).toThrow(/"mean"/);
  expect(read({ dtype: "fp16", pooling: "first-eos" })).toThrow(/"first-eos"/);
});

interface Expected {
  texts: string[];
  ids: number[][];
  poolIndex: number[];
}

function open(name: string) {
  const file = (path: string) =>
    readFileSync(join(import.meta.dirname, "../../../tests/fixtures", name, path));
  const json = (path: string) => JSON.parse(file(path).toString()) as object;
  const tokenizer = createLabelTokenizer(json("tokenizer.json"), json("tokenizer_config.json"));
  return {
    file,
    tokenizer,
    expected: json("expected.json") as Expected,
    contract: readTextContract(json("config.json")),
  };
}

test.each(["metaclip2-nano", "clip-nano", "siglip-nano"])(
  "%s: the tokens of 20 texts, the longest cut at the context, are the library's",
  (name) => {
    const { tokenizer, expected, contract } = open(name);
    const made = expected.texts.map((text) => tokenizer.encode(text, contract.context));
    expect(made).toEqual(expected.ids);
    expect(tokenizer.padId).toBe(contract.padId);
  },
);

test("metaclip2-nano: texts are pooled where the library pools them, and their rows are there", async () => {
  const { file, expected, contract } = open("metaclip2-nano");
  const { layout, pooling } = contract.table!;
  const batch = padTexts(expected.ids, contract, contract.padId!);
  expect(poolIndices(batch, pooling)).toEqual(expected.poolIndex);
  const table = new TokenEmbeddings(layout, rangesOfBlob(new Blob([file(layout.path)])));
  const rows = await table.rows(batch.ids, new AbortController().signal);
  expect(rows.length).toBe(batch.count * batch.length * layout.dim);
  expect(rows.every(Number.isFinite)).toBe(true);
});
