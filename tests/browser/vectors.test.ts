import { deleteDB } from "idb";
import { afterEach, expect, test } from "vitest";
import { Vectors } from "../../src/storage/vectors";

const name = "vectors of a test";
afterEach(() => deleteDB(name));

test("embeddings are found again after the page was closed, by encoder and by what they are of", async () => {
  const first = new Vectors({ name });
  await first.save("one encoder", [
    ["cat", Float32Array.of(0.6, 0.8)],
    ["dog", Float32Array.of(1, 0)],
  ]);
  first.close();
  const second = new Vectors({ name });
  expect(await second.find("one encoder", ["dog", "bird", "cat"])).toEqual([
    Float32Array.of(1, 0),
    undefined,
    Float32Array.of(0.6, 0.8),
  ]);
  expect(await second.find("another encoder", ["cat"])).toEqual([undefined]);
  second.close();
});
