import { expect, test } from "vitest";
import { nothingSampled, type PairOpinions } from "../../lab/pairs/pair-judgement";
import { readOpinions } from "./read-opinions";

const opinions: PairOpinions = {
  pair: "p",
  orders: { AB: { verdict: "A", text: "Verdict: A" }, BA: { verdict: null, text: "" } },
  ratings: { A: { score: 9, text: "Score: 9" } },
  sampled: { ...nothingSampled(), orders: { AB: ["A", null], BA: ["B", "A"] } },
  tokens: 40,
};

test("what was kept of a pair is read as it was, for the pair as it is called now", () => {
  expect(readOpinions("q", structuredClone(opinions))).toEqual({ ...opinions, pair: "q" });
});

test.each([
  ["nothing", undefined],
  ["another verdict", { ...opinions, orders: { AB: { verdict: "C", text: "" } } }],
  ["no samples", { ...opinions, sampled: undefined }],
  ["a score in words", { ...opinions, ratings: { B: { score: "nine", text: "" } } }],
])("%s is judged again", (_, kept) => {
  expect(readOpinions("p", kept)).toBeNull();
});
