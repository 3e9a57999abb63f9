import { afterEach, expect, test, vi } from "vitest";
import { errorCode } from "../../../workers/protocol";
import { type ByteRanges, rangesOfBlob, rangesOfUrl } from "./byte-ranges";
import type { TableLayout } from "./text-contract";
import { TokenEmbeddings } from "./token-embeddings";

afterEach(() => vi.unstubAllGlobals());

const { signal } = new AbortController();
const ROWS = 1000;
const layout = (dtype: TableLayout["dtype"], dim: number, stride: number): TableLayout => ({
  path: "onnx/token_embedding.bin",
  rows: ROWS,
  dim,
  dtype,
  stride,
});

/** Row i is i, i + 0.5. */
const floats = layout("fp32", 2, 8);
const floatFile = new Blob([Float32Array.from({ length: 2 * ROWS }, (_, i) => i >> 1).map(addHalf)]);
function addHalf(value: number, i: number) {
  return value + (i % 2) / 2;
}

/** Hears what is read. */
function heard(ranges: ByteRanges, gapBytes: number) {
  const reads: [number, number][] = [];
  const read: ByteRanges["read"] = (start, end, signal) => {
    reads.push([start, end]);
    return ranges.read(start, end, signal);
  };
  return { reads, ranges: { gapBytes, read } };
}

test("rows come in the order asked for, and twice if asked for twice", async () => {
  const table = new TokenEmbeddings(floats, rangesOfBlob(floatFile));
  const rows = await table.rows([999, 0, 999, 7], signal);
  expect([...rows]).toEqual([999, 999.5, 0, 0.5, 999, 999.5, 7, 7.5]);
});

test("only what is asked for is read, neighbours together, and nothing twice", async () => {
  const { reads, ranges } = heard(rangesOfBlob(floatFile), 16);
  const table = new TokenEmbeddings(floats, ranges);
  await table.rows([10, 12, 500], signal);
  expect(reads.sort(([a], [b]) => a - b)).toEqual([
    [80, 104],
    [4000, 4008],
  ]);
  await table.rows([500, 12, 501], signal);
  expect(reads.slice(2)).toEqual([[4008, 4016]]);
});

test("half precision: normal, subnormal, negative and not finite", async () => {
  const bits = [0x3c00, 0xc000, 0x0001, 0x03ff, 0x7bff, 0x7c00, 0x7e00, 0x8000];
  const file = new Blob([Uint16Array.from(bits)]);
  const table = new TokenEmbeddings({ ...layout("fp16", 8, 16), rows: 1 }, rangesOfBlob(file));
  expect([...(await table.rows([0], signal))]).toEqual([
    ...[1, -2, 2 ** -24, 1023 * 2 ** -24, 65504, Infinity, NaN, -0],
  ]);
});

test("eight bits: signed codes times the scale behind them, at any alignment", async () => {
  const bytes = new Uint8Array(2 * 7);
  const view = new DataView(bytes.buffer);
  [1, -127, 127].forEach((code, i) => view.setInt8(7 + i, code));
  view.setFloat32(10, 0.5, true);
  const table = new TokenEmbeddings(layout("int8", 3, 7), rangesOfBlob(new Blob([bytes])));
  expect([...(await table.rows([1], signal))]).toEqual([0.5, -63.5, 63.5]);
});

test("rows that are not there, or not whole, are a corrupt model", async () => {
  const table = new TokenEmbeddings(floats, rangesOfBlob(floatFile.slice(0, 804)));
  await expect(table.rows([1000], signal)).rejects.toThrow(/has 1000 rows.*row 1000/);
  await expect(table.rows([-1], signal)).rejects.toThrow(/row -1/);
  const error: unknown = await table.rows([100], signal).catch((error: unknown) => error);
  expect(errorCode(error)).toBe("model-corrupt");
});

function serve(answer: (range: string) => Response) {
  const fetch = vi.fn((_: string, { headers }: { headers: { Range: string } }) =>
    Promise.resolve(answer(headers.Range)),
  );
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

test("a server is asked for ranges", async () => {
  const fetch = serve((range) => {
    const [, start, last] = /^bytes=(\d+)-(\d+)$/.exec(range)!;
    return new Response(floatFile.slice(Number(start), Number(last) + 1), { status: 206 });
  });
  const table = new TokenEmbeddings(floats, { ...rangesOfUrl("https://quorum.test/t.bin"), gapBytes: 0 });
  expect([...(await table.rows([3, 900], signal))]).toEqual([3, 3.5, 900, 900.5]);
  expect(fetch).toHaveBeenCalledTimes(2);
});

test("a server that sends only whole files, or nothing, is an error that says so", async () => {
  const table = new TokenEmbeddings(floats, rangesOfUrl("https://quorum.test/t.bin"));
  serve(() => new Response(floatFile));
  await expect(table.rows([3], signal)).rejects.toThrow(/only as a whole.*from a folder/);
  serve(() => new Response("", { status: 404 }));
  await expect(table.rows([3], signal)).rejects.toThrow(/answered 404/);
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network")));
  await expect(table.rows([3], signal)).rejects.toThrow(/no network.*connection/);
});
