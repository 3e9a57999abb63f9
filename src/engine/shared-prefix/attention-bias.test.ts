import { expect, test } from "vitest";
import { attentionBias, type Window } from "./attention-bias";
import { HIDDEN } from "./prefix-pool";

/** "1" where a token may look. A line for each query: the tail, and behind the bar what is new. */
function drawing(window: Window, asking: number): string[] {
  const width = window.tail + window.fresh;
  const bias = attentionBias(window, asking);
  expect(bias.every((number) => number === 0 || number === Math.fround(HIDDEN))).toBe(true);
  return Array.from({ length: bias.length / width }, (_, line) => {
    const seen = [...bias.subarray(line * width, (line + 1) * width)].map((number) => (number ? "·" : "1"));
    return `${seen.slice(0, window.tail).join("")}|${seen.slice(window.tail).join("")}`;
  });
}

const WINDOW: Window = { tailLengths: [1, 3, 0], tail: 4, fresh: 3, group: 2 };

test("a token looks at what its row has filled of the tail, at new tokens before it, and at itself", () => {
  const first = ["1···|1··", "1···|11·", "1···|111"];
  const second = ["111·|1··", "111·|11·", "111·|111"];
  const third = ["····|1··", "····|11·", "····|111"];
  expect(drawing(WINDOW, 3)).toEqual([...first, ...first, ...second, ...second, ...third, ...third]);
});

test("where the last positions alone ask, they see what they see among all", () => {
  const [first, second, third] = [
    ["1···|11·", "1···|111"],
    ["111·|11·", "111·|111"],
    ["····|11·", "····|111"],
  ] as const;
  expect(drawing(WINDOW, 2)).toEqual([...first, ...first, ...second, ...second, ...third, ...third]);
  expect(drawing({ ...WINDOW, group: 1 }, 1)).toEqual(["1···|111", "111·|111", "····|111"]);
});

test("without a tail there are the new tokens only", () => {
  expect(drawing({ tailLengths: [0], tail: 0, fresh: 2, group: 1 }, 2)).toEqual(["|1·", "|11"]);
});
