import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { errorCode } from "../../../workers/protocol";
import { fetchFrom } from "./fetch-file";

const fetched = vi.fn<typeof fetch>();
beforeEach(() => vi.stubGlobal("fetch", fetched));
afterEach(() => vi.unstubAllGlobals());

const signal = new AbortController().signal;
const read = (onBytes: (bytes: number) => void = () => {}) =>
  fetchFrom("https://example.org/quorum/models/tiny/")("onnx/model.onnx", onBytes, signal);

function answer(body: BodyInit | null, init?: ResponseInit) {
  fetched.mockResolvedValueOnce(new Response(body, init));
}

test("a file is read from below the base address, and its bytes are counted as they come", async () => {
  answer(new Blob([new Uint8Array(70_000), new Uint8Array(30_000)]));
  let counted = 0;
  expect(await read((bytes) => (counted += bytes))).toHaveLength(100_000);
  expect(counted).toBe(100_000);
  expect((fetched.mock.lastCall![0] as URL).href).toBe(
    "https://example.org/quorum/models/tiny/onnx/model.onnx",
  );
});

test("a missing file is named", async () => {
  answer("not here", { status: 404 });
  const reading = read();
  await expect(reading).rejects.toThrow(/\/quorum\/models\/tiny\/onnx\/model\.onnx is missing/);
  expect(await reading.catch(errorCode)).toBe("model-incomplete");
});

test("a page in place of the file counts as missing", async () => {
  answer("<!doctype html>", { headers: { "content-type": "text/html; charset=utf-8" } });
  const reading = read();
  await expect(reading).rejects.toThrow(/model\.onnx is missing.*a page came in its place/);
  expect(await reading.catch(errorCode)).toBe("model-incomplete");
});

test("a server's failure is a failed download, with its status", async () => {
  answer("", { status: 503 });
  const reading = read();
  await expect(reading).rejects.toThrow(/model\.onnx could not be downloaded: the server answered 503/);
  expect(await reading.catch(errorCode)).toBe("download-failed");
});

test("a lost connection is a failed download, with the browser's reason", async () => {
  fetched.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  const reading = read();
  await expect(reading).rejects.toThrow(/could not be downloaded \(Failed to fetch\).*Check the connection/);
  expect(await reading.catch(errorCode)).toBe("download-failed");
});

test("a connection lost in the middle of a file is one too", async () => {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new Uint8Array(10));
      controller.error(new TypeError("network error"));
    },
  });
  answer(body);
  expect(await read().catch(errorCode)).toBe("download-failed");
});
