import { describe, expect, test } from "vitest";
import { growsLinearly } from "../../../tests/growth";
import { answerKey } from "./equivalence";
import { extractAnswer } from "./extract";

/** And eight times as many: there quadratic time was seconds, and linear time is some milliseconds. */
const LENGTH = 12_500;

type TextOf = (length: number) => string;
const run = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length));
const of =
  (piece: string): TextOf =>
  (length) =>
    run(piece, length);
const RUNS: [string, TextOf][] = [
  ["full stops", of(".")],
  ["full stops before a word", (length) => `Answer: 5${run(".", length)}x`],
  ["spaces", of(" ")],
  ["spaces in an answer", (length) => `Answer: 5${run(" ", length)}x`],
  ["spaces in a sentence", (length) => `The answer is 5${run(" ", length)}and ${run(" ", length)}x`],
  ["line ends", (length) => `Answer:${run("\n", length)}x`],
  ["open boxes", of("\\boxed{")],
  ["boxes within boxes", (length) => `${run("\\boxed{", length)}5${run("}", length)}`],
  ["empty boxes", of("\\boxed{}")],
  ["backslashes", of("\\")],
  ["open braces", (length) => `\\boxed{${run("{", length)}`],
  ["text boxes", of("\\text{")],
  ["dollar signs", of("$")],
  ["stars", (length) => `the answer is ${run("*", length)}x`],
  ["answers announced", of("the answer is ")],
  ["answers never given", of("the answer is. ")],
  ["digits", of("1")],
  ["commas in digits", of("1,000")],
  ["carets", of("^ ")],
];

describe.each(RUNS)("ever more characters of %s", (_, textOf) => {
  test("are looked through for an answer in linear time", () =>
    expect(growsLinearly(LENGTH, (length) => void extractAnswer(textOf(length)))).toBe(true));
  test("have a key in linear time", () =>
    expect(growsLinearly(LENGTH, (length) => void answerKey(textOf(length)))).toBe(true));
});
