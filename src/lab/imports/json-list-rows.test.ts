import { describe, expect, test } from "vitest";
import { rowsOf } from "../../../tests/imported";
import { placeWords } from "./row";
import { LONGEST_ROW } from "./text-lines";

/** Rows as their cells, faults as their place and reason. */
const read = async (text: string, chunk?: number) =>
  (await rowsOf(text, chunk)).map((row) =>
    row.kind === "row" ? row.cells : `${placeWords(row)}: ${row.reason}`,
  );
const ROWS = [{ a: 1, b: ["[", { c: "}" }] }, { a: 'quoted "text", with \\ and \n' }, { a: { deep: [[]] } }];
const PRETTY = JSON.stringify(ROWS, null, 2);

test.each([1, 2, 3, 7, 1000])(
  "a list is read the same in chunks of %i bytes, pretty or not",
  async (chunk) => {
    expect(await read(JSON.stringify(ROWS), chunk)).toEqual(ROWS);
    expect(await read(PRETTY, chunk)).toEqual(ROWS);
    expect(await read(`\ufeff\n ${PRETTY.replaceAll("\n", "\r\n")}\r\n`, chunk)).toEqual(ROWS);
    expect(await read(JSON.stringify({ version: [1, "["], data: ROWS, more: "]" }), chunk)).toEqual(ROWS);
    expect(await read(JSON.stringify({ meta: { n: [{}] }, data: ROWS }, null, 2), chunk)).toEqual(ROWS);
  },
);

test("rows are numbered, and have the line on which they begin", async () => {
  const rows = await rowsOf('[\n  {"a": 1},\n\n  {\n"a": 2}, {"a": 3}\n]');
  expect(rows.map(({ line, row }) => [line, row])).toEqual([
    [2, 1],
    [4, 2],
    [5, 3],
  ]);
});

describe("an object around a list", () => {
  test("may begin on its first line, and go on however it likes", async () => {
    expect(await read('{"data": [\n{"a": 1},\n{"a": 2}]}')).toEqual([{ a: 1 }, { a: 2 }]);
    expect(await read('{"n": 2, "data": [{"a": 1},\n{"a": 2}]}')).toEqual([{ a: 1 }, { a: 2 }]);
    expect(await read('{"n": 2,\n"data":\n[\n{"a": 1}]\n}')).toEqual([{ a: 1 }]);
  });

  test("is told from JSON Lines whose rows have lists", async () => {
    const row = { a: [{ b: 1 }], c: ["d"] };
    expect(await read(`${JSON.stringify(row)}\n${JSON.stringify(row)}`)).toEqual([row, row]);
    expect(await read('{"a": ["b"], "c": [1]}')).toEqual([{ a: ["b"], c: [1] }]);
    expect(await read('{"a": "cut {\n{"a": 1}')).toEqual(["line 1: not JSON", { a: 1 }]);
    expect(await read('{"a": [\n}\n{"a": 1}')).toEqual(["line 1: not JSON", "line 2: not JSON", { a: 1 }]);
  });

  test("that holds a second one says which is read", async () => {
    const text = JSON.stringify({ train: [{ a: 1 }], names: ["b"], test: [{ a: 2 }, { a: 3 }] });
    expect(await read(text)).toEqual([{ a: 1 }, "line 1: “test” is a second list; only “train” is read"]);
  });

  test("that holds none says what to do", async () => {
    const [fault] = await read('{\n  "question": "?",\n  "solutions": ["a", "b"]\n}\n');
    expect(fault).toMatch(/^line 1: an object over several lines, and no list of objects in it; write one/);
  });
});

test("of what is broken within a row only that row is lost", async () => {
  expect(await read('[{"a": 1}, {"a": }, 7, [8], {"a": NaN}, {"a": 2},]')).toEqual([
    { a: 1 },
    "row 2: not JSON",
    "row 3: not an object",
    "row 4: not an object",
    { a: null },
    { a: 2 },
  ]);
});

test.each([
  ["[]", "line 1: the list is empty"],
  ['[{"a": 1}, {"a": 2', "row 2: the file ends within it"],
  ['[{"a": 1},\n', "row 2: the file ends before its list does"],
  ['[{"a": 1},\n{"a": ["b"},\n{"a": 2}]', "row 2: the } on line 2 closes a [; nothing after it is read"],
  ['[{"a": 1},\n{"a": "b},\n{"a": 2}]', "row 2: a text on line 2 is not closed; nothing after it is read"],
  ['[{"a": 1}]\n[{"a": 2}]', "line 2: it follows the end of the list; nothing after it is read"],
  ['[{"a": 1}] end', "line 1: it follows the end of the list"],
])("%j is damaged, and is told where", async (text, fault) => {
  for (const chunk of [1, 1000]) expect((await read(text, chunk)).at(-1)).toBe(fault);
});

test("a row that is too long is not kept, and the next is read; a list may be longer than any row", async () => {
  const long = { a: "x".repeat(LONGEST_ROW) };
  expect(await read(JSON.stringify([long, { a: 1 }]))).toEqual([
    "row 1: longer than 16 million characters",
    { a: 1 },
  ]);
  const row = { a: "x".repeat(LONGEST_ROW / 2 - 100) };
  const rows = await read(JSON.stringify({ data: [row, row, row] }));
  expect(rows).toHaveLength(3);
  expect(rows[2]).toEqual(row);
});

test("no more of a list is read than is asked for", async () => {
  const { preview } = await import("./preview");
  let pulled = 0;
  const part = new TextEncoder().encode('{"question": "?", "answer": 1},'.repeat(1000));
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(pulled++ === 0 ? new TextEncoder().encode("[") : part),
  });
  expect((await preview(endless)).rows).toHaveLength(20);
  expect(pulled).toBeLessThan(10);
});
