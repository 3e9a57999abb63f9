import { expect, test } from "vitest";
import { LINK_LIMIT, packed, unpacked } from "./packed";

/** What deflate makes of this text, in the letters of a link, whatever its length. */
async function deflated(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return Buffer.from(await new Response(stream).arrayBuffer()).toString("base64url");
}

test.each([
  [null],
  [{ text: 'Zürich, ½, 日本, "quotes"\n', list: [1, -0.25, 1e-9], nothing: null }],
  ["".padEnd(3000, "the same again ")],
])("%j is unpacked as it was packed, in letters that addresses leave alone", async (value) => {
  const text = await packed(value);
  expect(text).toMatch(/^[\w-]+$/);
  expect(await unpacked(text!)).toEqual(value);
});

test("what is too long for a link is not packed", async () => {
  const random = (length: number) => Array.from({ length }, (_, i) => Math.imul(i + 1, 0x9e3779b1) >>> 0);
  expect((await packed(random(1000)))!.length).toBeLessThanOrEqual(LINK_LIMIT);
  expect(await packed(random(10_000))).toBeNull();
  expect(await packed(random(1_000_000))).toBeNull();
});

test.each(["", "!!", "abc", "AAAA", "%%%"])("%j is said to be damaged", async (text) => {
  await expect(unpacked(text)).rejects.toThrow(/damaged.*Ask for the link again/);
});

test("a link that lost its end, or a letter, is said to be damaged", async () => {
  const text = (await packed({ samples: Array.from({ length: 50 }, (_, i) => `Answer: ${i * 7}`) }))!;
  await expect(unpacked(text.slice(0, -9))).rejects.toThrow(/damaged/);
  await expect(unpacked(`${text.slice(0, 40)}${text.slice(41)}`)).rejects.toThrow(/damaged/);
});

test("a few letters that would be a gigabyte are refused long before", async () => {
  const bomb = await deflated(`"${"0".repeat(50_000_000)}"`);
  const before = process.memoryUsage().arrayBuffers;
  await expect(unpacked(bomb)).rejects.toThrow(/larger than 4 MB unpacked/);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40e6);
});
