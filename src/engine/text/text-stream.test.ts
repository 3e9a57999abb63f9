import { expect, test } from "vitest";
import { bytesOf, byteTokenizer, CHUNK, END } from "../../../tests/byte-tokenizer";

function stream(tokens: readonly number[]): string[] {
  const text = byteTokenizer.textStream();
  return [...tokens.map((token) => text.push(token)), text.flush()];
}

test("no piece holds half a character", () => {
  const pieces = stream(bytesOf("né 😀!"));
  expect(pieces).toEqual(["n", "", "é", " ", "", "", "", "😀", "!", ""]);
});

test("the pieces add up to the text", () => {
  const text = "Straße — “naïve” 東京 👩‍👩‍👧 1 + 1 = 2\n\n";
  expect(stream(bytesOf(text)).join("")).toBe(text);
});

test("marks such as <chunk> are text, special tokens are not", () => {
  expect(stream([CHUNK, ...bytesOf("a"), END])).toEqual(["<chunk>", "a", "", ""]);
});

test("a character that never ends is told at the end, as the tokenizer shows it", () => {
  expect(stream(bytesOf("a😀").slice(0, 3))).toEqual(["a", "", "", "\ufffd"]);
});

test("a character cut short by another does not hold the stream", () => {
  expect(stream([0xc3, ...bytesOf("a")]).join("")).toBe("\ufffda");
});
