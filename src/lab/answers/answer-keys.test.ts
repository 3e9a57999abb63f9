import { expect, test } from "vitest";
import { AnswerKeys } from "./answer-keys";

async function groups(answers: string[]): Promise<number[]> {
  const keys = new AnswerKeys();
  const found: string[] = [];
  for (const answer of answers) found.push(await keys.keyOf(answer));
  const distinct = [...new Set(found)];
  return found.map((key) => distinct.indexOf(key));
}

test("answers that are equal as mathematics have one key, right or wrong", async () => {
  expect(
    await groups(["\\frac{\\sqrt{3}}{3}", "\\frac{1}{\\sqrt3}", "3^{-1/2}", "\\sqrt{3}", "3^{0.5}"]),
  ).toEqual([0, 0, 0, 1, 1]);
  expect(await groups(["\\{1, 2\\}", "2, 1", "(1, 2)", "12"])).toEqual([0, 0, 0, 1]);
  expect(await groups(["(B)", "B", "\\text{(B)}", "C"])).toEqual([0, 0, 0, 1]);
});

test("numbers and words keep the keys they have without mathematics", async () => {
  const keys = new AnswerKeys();
  for (const answer of ["1/3", "0.333333", "the red house", "12 apples", "the house"])
    expect(keys.keyOf(answer)).toBeTypeOf("string");
  expect(await groups(["1/3", "0.333333"])).toEqual([0, 1]);
});

test("forty different answers are compared with each other, those after them not", async () => {
  const roots = Array.from({ length: 60 }, (_, i) => `\\sqrt{${4 * (i + 2) + 1}}`);
  expect(await groups([...roots, "\\sqrt{9}", "3", "5^{1/2}"])).toHaveLength(63);
  expect((await groups([...roots, "2\\sqrt{\\frac{9}{4}}"])).at(-1)).toBe(0);
});
