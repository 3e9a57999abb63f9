import { expect, test } from "vitest";
import { holdMaths, releaseMaths } from "./math-hold";

const formulas = (text: string) => holdMaths(text).formulas.map(({ tex }) => tex);
const display = (text: string) => holdMaths(text).formulas.map((formula) => formula.display);

test.each([
  "It costs $3 each, so 4 cost $12.",
  "Between $3-$5, or $3, or US$5/US$6.",
  "He has $5 (or 5$), she has $20 and got 10$.",
  "**$3** and **$4**",
  "It is \\$3, not \\$4.",
  "| $3 | $4 |",
  "$5 for \\",
])("money stays money: %s", (text) => {
  expect(holdMaths(text)).toEqual({ text, formulas: [] });
});

test.each([
  ["so $x$ is 7", "x"],
  ["so $3x + 2 = 11$.", "3x + 2 = 11"],
  ["the $n$th of $5", "n"],
  ["$5 and $\\frac{1}{2}$", "\\frac{1}{2}"],
  ["that is $ \\frac{1}{2} $ of it", "\\frac{1}{2}"],
  ["$\\boxed{7}$", "\\boxed{7}"],
  ["triangle $ABC$", "ABC"],
])("tight dollars hold a formula: %s", (text, tex) => {
  expect(formulas(text)).toEqual([tex]);
});

test("the forms of Qwen and DeepSeek are formulas, those with square brackets or two dollars on their own line", () => {
  expect(formulas("\\(x^2\\) and \\[\n y \\\\[2pt] z\n\\] and $$w$$")).toEqual(["x^2", "y \\\\[2pt] z", "w"]);
  expect(display("\\(x^2\\) and \\[\n y \\\\[2pt] z\n\\] and $$w$$")).toEqual([false, true, true]);
  expect(formulas("\\begin{align*}\na &= b\n\\end{align*}")).toEqual([
    "\\begin{align*}\na &= b\n\\end{align*}",
  ]);
});

test("the braces of a bare box are matched", () => {
  expect(formulas("**Answer**: \\boxed{\\frac{1}{2}}.")).toEqual(["\\boxed{\\frac{1}{2}}"]);
  expect(formulas("\\boxed{\\{1, 2\\}} }")).toEqual(["\\boxed{\\{1, 2\\}}"]);
});

test("what is not closed yet is not taken, nor what follows it", () => {
  expect(formulas("so \\(x and \\(y\\)")).toEqual(["y"]);
  expect(formulas("so \\[ x = \\frac{1}{2")).toEqual([]);
  expect(formulas("\\boxed{\\frac{1}{2}")).toEqual([]);
  expect(formulas("\\(x\n\ny\\)")).toEqual([]);
});

test.each([
  "`\\(x\\)`",
  "``a ` $x$``",
  "```tex\n\\[x\\]\n```",
  "- ~~~\n  $x$\n  ~~~",
  "```\n\\(x\\)",
  "\\\\(x\\\\)",
])("code and escaped backslashes hold no formula: %s", (text) => {
  expect(formulas(text)).toEqual([]);
});

test("what follows code is read again", () => {
  expect(formulas("```\n$a$\n```\n$b$ `$c$` $d$ ` $e$")).toEqual(["b", "d", "e"]);
});

test("formulas come back as they were written, and a text cannot bring marks of its own", () => {
  const text = "a \\( x \\) b $$ y $$";
  const held = holdMaths(text);
  expect(releaseMaths(held.text, held.formulas)).toBe(text);
  expect(holdMaths("\uE0000\uE001 $x$").text).not.toMatch(/\uE000.*\uE000/);
});

test("a long text without closers is read in time", () => {
  const before = process.cpuUsage(); // Of this process: what else the machine does takes time as well.
  for (const piece of ["\\boxed{", "\\[", "\\(", "$$", "$x", "`a ``", "\\begin{align}"]) {
    holdMaths(`${piece} `.repeat(3000));
  }
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(3000);
});
