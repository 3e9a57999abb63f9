import { expect, test } from "vitest";
import { nothingSampled } from "../../lab/pairs/pair-judgement";
import { inOrder, leaningInWords, pairInWords } from "./judge-words";

const pair = { id: "1", question: "?", responses: { A: "", B: "" }, better: "B" as const };
type Verdict = "A" | "B" | null;
const said = (ab: Verdict, ba: Verdict) =>
  pairInWords(pair, {
    pair: "1",
    orders: { AB: { verdict: ab, text: "" }, BA: { verdict: ba, text: "" } },
    ratings: {},
    sampled: nothingSampled(),
    tokens: 0,
  });

test("it says in words whether the order decided", () => {
  expect(said("B", "B")).toBe("It chose B, the right one, in both orders.");
  expect(said("A", "A")).toMatch(/^It chose A, the wrong one/);
  expect(said("A", "B")).toBe("The order decided: it chose what stood first, both times.");
  expect(said("B", "A")).toBe("The order decided: it chose what stood second, both times.");
  expect(said(null, "A")).toBe("It gave no verdict when A stood first.");
});

test("a leaning is claimed only where it is clear", () => {
  const judged = (first: number, second: number) =>
    [...Array<"first">(first).fill("first"), ...Array<"second">(second).fill("second")].map(
      (place, index) => ({
        index,
        forward: place === "first" ? ("better" as const) : ("worse" as const),
        backward: place === "first" ? ("worse" as const) : ("better" as const),
        scores: null,
        sampled: { forward: [], backward: [], better: [], worse: [] },
      }),
    );
  expect(leaningInWords(judged(9, 2))).toMatch(/^It leans to what stands first: of 11 pairs/);
  expect(leaningInWords(judged(3, 2))).toMatch(/^It leans to neither place/);
  expect(leaningInWords([])).toBe("The order never made it right or wrong.");
});

test("the judge before training comes before the same after it", () => {
  expect(inOrder(["pocket-judge", "pocket-judge-untrained"])).toEqual([
    "pocket-judge-untrained",
    "pocket-judge",
  ]);
});
