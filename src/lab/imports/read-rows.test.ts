import { describe, expect, test } from "vitest";
import { rowsOf } from "../../../tests/imported";
import { LONGEST_ROW } from "./text-lines";

const cellsOf = async (text: string, chunk?: number) =>
  (await rowsOf(text, chunk)).map((row) =>
    row.kind === "row" ? row.cells : `line ${row.line}: ${row.reason}`,
  );

describe("JSON Lines", () => {
  const text = '\n{"a": 1}\r\n\r\n{"a": "two\\nlines"}\n{"a": [3]}';
  test.each([1, 2, 5, 1000])(
    "are read the same in chunks of %i bytes, the last without an end",
    async (chunk) => {
      expect(await rowsOf(text, chunk)).toEqual([
        { kind: "row", line: 2, cells: { a: 1 }, format: "json" },
        { kind: "row", line: 4, cells: { a: "two\nlines" }, format: "json" },
        { kind: "row", line: 5, cells: { a: [3] }, format: "json" },
      ]);
    },
  );

  test("that are cut, or no objects, are faults with their line, beginning and end", async () => {
    const cut = `{"a": "${"x".repeat(200)}`;
    const rows = await rowsOf(`{"a": 1}\n${cut}\n[1]\nnull\n{"a": 2}`);
    expect(rows.map((row) => (row.kind === "fault" ? `${row.line} ${row.reason}` : row.cells.a))).toEqual([
      1,
      "2 not JSON",
      "3 not an object",
      "4 not an object",
      2,
    ]);
    expect(rows[1]).toMatchObject({ excerpt: expect.stringMatching(/^\{"a": "x+ … x+$/) as string });
  });

  test("may hold NaN, as Python writes it, which is null; within texts it is a word", async () => {
    expect(await cellsOf('{"a": NaN, "b": [-Infinity, 1], "c": "NaN, \\"Infinity\\""}')).toEqual([
      { a: null, b: [null, 1], c: 'NaN, "Infinity"' },
    ]);
    expect(await cellsOf('{"a": 1}\n{"a": NaN, "b": ')).toEqual([{ a: 1 }, "line 2: not JSON"]);
  });

  test("of a megabyte are lines like others", async () => {
    const long = "x".repeat(1_000_000);
    expect(await cellsOf(`{"a": "${long}"}\n{"a": 1}`, 100_000)).toEqual([{ a: long }, { a: 1 }]);
  });

  test("that are too long are not kept, and the next line is read", async () => {
    const rows = await cellsOf(`{"a": "${"x".repeat(LONGEST_ROW)}"}\n{"a": 1}`);
    expect(rows).toEqual(["line 1: longer than 16 million characters", { a: 1 }]);
  });
});

describe("CSV", () => {
  const text =
    '\ufeffname, "text" ,n\r\n"a ""b"" c","two\r\nlines, one cell",1\r\n\r\nplain "quoted" words,,\r\n';
  test.each([1, 2, 3, 1000])("is read the same in chunks of %i bytes", async (chunk) => {
    expect(
      await rowsOf(
        'name,text,n\r\n"a ""b"" c","two\r\nlines, one cell",1\r\n\r\nplain "q" words,,\r\n',
        chunk,
      ),
    ).toEqual([
      {
        kind: "row",
        line: 2,
        cells: { name: 'a "b" c', text: "two\r\nlines, one cell", n: "1" },
        format: "csv",
      },
      { kind: "row", line: 5, cells: { name: 'plain "q" words', text: "", n: "" }, format: "csv" },
    ]);
  });

  test("has a byte order mark and spaces around its names", async () => {
    expect((await cellsOf(text))[1]).toEqual({ name: 'plain "quoted" words', '"text"': "", n: "" });
  });

  test.each([",", ";", "\t", "|"])("finds out that %j is its delimiter", async (delimiter) => {
    const line = (...cells: string[]) => cells.join(delimiter);
    expect(await cellsOf(`${line("a", '"b, c; d"', "e")}\n${line("1", "2", "3")}`)).toEqual([
      { a: "1", "b, c; d": "2", e: "3" },
    ]);
  });

  test("names columns that have no name", async () =>
    expect(await cellsOf("a,,\n1,2,3")).toEqual([{ a: "1", "column 2": "2", "column 3": "3" }]));

  test("rows that do not fit are faults, and the next row is read", async () => {
    expect(await cellsOf('a,b\n1\n1,2,3\n"x" y,2\n3,4\n"open,5\n6,7')).toEqual([
      "line 2: 1 cells where the first line has 2",
      "line 3: 3 cells where the first line has 2",
      "line 4: text follows a closing quote",
      { a: "3", b: "4" },
      "line 6: a quote is opened and never closed",
    ]);
  });

  test("a quote that is never closed swallows no more than a row may hold", async () => {
    const rows = await cellsOf(`a,b\n"open,${"x".repeat(LONGEST_ROW)}\n1,2\n3,4`);
    expect(rows).toEqual([
      "line 2: longer than 16 million characters",
      { a: "1", b: "2" },
      { a: "3", b: "4" },
    ]);
  });
});

test("a file without rows has none", async () => {
  expect(await rowsOf("")).toEqual([]);
  expect(await rowsOf(" \n\n")).toEqual([]);
  expect(await rowsOf("a,b\n")).toEqual([]);
});

test("a file of another kind is refused in words that say what to do", async () => {
  await expect(rowsOf("PK\u0003\u0004\0\0")).rejects.toThrow(/not text/);
});
