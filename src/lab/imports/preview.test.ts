import { expect, test } from "vitest";
import { fixture, streamOf } from "../../../tests/imported";
import { preview } from "./preview";

test("the first rows are shown, with every column and a guess of what is which", async () => {
  const { rows, faults, paths, mapping } = await preview(new Blob([fixture("harness.jsonl")]));
  expect(rows).toHaveLength(6);
  expect(faults).toEqual([]);
  expect(paths).toEqual(
    expect.arrayContaining(["doc", "doc.question", "resps", "resps.0", "filter", "exact_match"]),
  );
  expect(mapping.samples).toBe("resps.0");
});

test("no more is read than is shown, even of a file that has no end", async () => {
  const line = new TextEncoder().encode('{"question":"?","answer":"1"}\n');
  const endless = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(line) });
  expect((await preview(endless)).rows).toHaveLength(20);
  const broken = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new TextEncoder().encode("{\n")),
  });
  expect((await preview(broken)).faults).toHaveLength(200);
});

test("an empty file has nothing to show", async () => {
  expect(await preview(streamOf(new Uint8Array(0)))).toEqual({
    rows: [],
    faults: [],
    paths: [],
    mapping: {},
  });
});
