import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createLabelTokenizer } from "./label-tokenizer";

const fixtures = join(import.meta.dirname, "../../../tests/fixtures/tokenizers");
const readJson = (file: string) => JSON.parse(readFileSync(join(fixtures, file), "utf8")) as unknown;

interface Normalisation {
  type: string;
  precompiled_charsmap?: string | null;
  normalizers?: Normalisation[];
}
interface Kind {
  normalizer: Normalisation;
  model: { type: string; vocab: unknown };
}
type Case = { text: string } & Record<string, number[]>;

const pieces = readJson("pieces.json") as unknown[];
const charsmap = readFileSync(join(fixtures, "charsmap.bin")).toString("base64");
const kinds = readJson("kinds.json") as Record<string, Kind>;
const cases = readJson("cases.json") as Case[];

/** A kind's tokenizer.json, with what all kinds share where its nulls are. */
function whole(kind: Kind): Kind {
  const { model } = kind;
  if (model.type !== "Unigram") return kind;
  const fill = (part: Normalisation): Normalisation => ({
    ...part,
    ...(part.normalizers && { normalizers: part.normalizers.map(fill) }),
    ...(part.type === "Precompiled" && { precompiled_charsmap: charsmap }),
  });
  const vocab = (model.vocab as (unknown[] | null)[]).flatMap((piece) => (piece ? [piece] : pieces));
  return { ...kind, normalizer: fill(kind.normalizer), model: { ...model, vocab } };
}

test("there are 200 texts of six kinds", () => {
  expect(new Set(cases.map(({ text }) => text)).size).toBe(200);
  expect(Object.keys(kinds)).toEqual(["xlm-v", "xlm-v-converted", "mt5", "mt5-bytes", "siglip2", "clip"]);
});

describe.each(Object.keys(kinds))("%s", (name) => {
  const tokenizer = createLabelTokenizer(whole(kinds[name]!), {});

  test("the tokens of 200 texts in 30 scripts are those of the tokenizers library", () => {
    const made = cases.map(({ text }) => ({ text, ids: tokenizer.encode(text, Infinity) }));
    expect(made).toEqual(cases.map((each) => ({ text: each.text, ids: each[name] })));
  });

  test("a long text keeps what ends it", () => {
    const { text, ...ids } = cases.find(({ text }) => text.startsWith("a photo of a cat, a"))!;
    const cut = tokenizer.encode(text, 77);
    expect(cut).toEqual([...ids[name]!.slice(0, 76), ids[name]!.at(-1)]);
  });
});
