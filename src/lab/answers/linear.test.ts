import { describe, expect, test } from "vitest";
import { answerKey } from "./equivalence";
import { extractAnswer } from "./extract";

const LENGTH = 100_000;
/** Quadratic time was seconds at this length; linear time is some milliseconds. */
const MOST_MS = 200;

const run = (piece: string) => piece.repeat(Math.ceil(LENGTH / piece.length));
const RUNS: [string, string][] = [
  ["full stops", run(".")],
  ["full stops before a word", `Answer: 5${run(".")}x`],
  ["spaces", run(" ")],
  ["spaces in an answer", `Answer: 5${run(" ")}x`],
  ["spaces in a sentence", `The answer is 5${run(" ")}and ${run(" ")}x`],
  ["line ends", `Answer:${run("\n")}x`],
  ["open boxes", run("\\boxed{")],
  ["boxes within boxes", `${run("\\boxed{")}5${run("}")}`],
  ["empty boxes", run("\\boxed{}")],
  ["backslashes", run("\\")],
  ["open braces", `\\boxed{${run("{")}`],
  ["text boxes", run("\\text{")],
  ["dollar signs", run("$")],
  ["stars", `the answer is ${run("*")}x`],
  ["answers announced", run("the answer is ")],
  ["answers never given", run("the answer is. ")],
  ["digits", run("1")],
  ["commas in digits", run("1,000")],
  ["carets", run("^ ")],
];

/** The shorter of two times: a busy machine may take long over one. */
function milliseconds(work: () => void): number {
  const once = () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  };
  return Math.min(once(), once());
}

describe.each(RUNS)("100,000 characters of %s", (_, text) => {
  test("are looked through for an answer in linear time", () =>
    expect(milliseconds(() => extractAnswer(text))).toBeLessThan(MOST_MS));
  test("have a key in linear time", () => expect(milliseconds(() => answerKey(text))).toBeLessThan(MOST_MS));
});
