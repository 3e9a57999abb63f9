import { expect, test } from "vitest";
import { FaultLog } from "../imports/fault-log";
import { readCorpus } from "./read-corpus";

async function read(text: string) {
  const faults = new FaultLog();
  const corpus = await readCorpus(new Blob([text]), {
    breathe: () => undefined,
    onFault: faults.add.bind(faults),
  });
  return { corpus, faults: faults.kept.map(({ line, reason }) => [line, reason]) };
}

const DOG = { text: "a dog", language: "en" };
const HUND = { text: "ein Hund", language: "de" };

test.each([
  ["tabs, the language last", "a dog\ten\nein Hund\tde\n"],
  ["tabs, the language first", "en\ta dog\r\nde\tein Hund"],
  ["tabs under names", "lang\tid\tcaption\nen\t1\ta dog\nde\t2\tein Hund\n"],
  ["JSON Lines", '{"text":"a dog","language":"en"}\n{"text":"ein Hund","language":"de","id":2}\n'],
  ["JSON Lines with other names", '{"Caption":"a dog","lang":"en"}\n{"alt-text":"ein Hund","locale":"de"}'],
  ["a JSON list", '[{"text":"a dog","language":"en"},{"text":"ein Hund","language":"de"}]'],
  ["CSV", 'text,language\n"a dog",en\nein Hund,de'],
])("a corpus is read from %s", async (_, file) => {
  expect(await read(file)).toEqual({ corpus: [DOG, HUND], faults: [] });
});

test("a file of which the first text is missing is still one of lines with tabs", async () => {
  const { corpus, faults } = await read("\ten\nein Hund\tde\n");
  expect(corpus).toEqual([HUND]);
  expect(faults).toEqual([[1, expect.stringMatching(/^no text/)]]);
});

test("quotes around a cell are a tool's, quotes within a text its own", async () => {
  const { corpus } = await read('"a ""big"" dog"\ten\n"Big" dog\ten\n');
  expect(corpus.map(({ text }) => text)).toEqual(['a "big" dog', '"Big" dog']);
});

test("lines that cannot be used are named with what to do, and the others read", async () => {
  const { corpus, faults } = await read("a dog\ten\nno language\n\na\tdog\ten\n\tde\nein Hund\tde\n");
  expect(corpus).toEqual([DOG, HUND]);
  expect(faults).toEqual([
    [2, "no tab: a line is a text, a tab and the text's language"],
    [4, "3 cells where there should be 2: a tab within the text must be a space"],
    [5, expect.stringMatching(/^no text: it is looked for under text, caption/)],
  ]);
});

test("so are lines that are no JSON", async () => {
  const { corpus, faults } = await read('{"text":"a dog","language":"en"}\n{"text":\n{"language":"en"}\n');
  expect(corpus).toEqual([DOG]);
  expect(faults.map(([line]) => line)).toEqual([2, 3]);
});

test("a text without a language is one of another language, and no fault", async () => {
  expect(await read('{"text":"a dog"}\n{"text":"a dog","language":null}')).toEqual({
    corpus: [
      { text: "a dog", language: "other" },
      { text: "a dog", language: "other" },
    ],
    faults: [],
  });
});

test("an empty file is an empty corpus", async () => {
  expect(await read("")).toEqual({ corpus: [], faults: [] });
});
