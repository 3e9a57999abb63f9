import { expect, test } from "vitest";
import { fixture } from "../../../tests/imported";
import { judgeWorth } from "../../metrics/judge-worth";
import { FaultLog } from "../imports/fault-log";
import { judgedPair } from "./judged-pair";
import { pairLines } from "./pair-lines";
import { readPairs } from "./read-pairs";

async function read(text: string) {
  const faults = new FaultLog();
  const file = await readPairs(new Blob([text]), {
    breathe: () => undefined,
    onFault: faults.add.bind(faults),
  });
  return { ...file, faults };
}

const opinionsOf = ({ recorded }: Awaited<ReturnType<typeof read>>) =>
  new Map([...recorded].map(([judge, all]) => [judge, new Map(all.map((one) => [one.pair, one]))]));

test("pairs are read as JudgeBench has them, and rows that cannot be used are told with their line and reason", async () => {
  const { pairs, faults } = await read(fixture("pairs.jsonl"));
  expect(pairs.map(({ id, better }) => [id, better])).toEqual([
    ["p1", "A"],
    ["p2", "B"],
    ["p3", "A"],
    ["p7", "B"],
  ]);
  expect(faults.kept.map(({ line, reason }) => [line, reason])).toEqual([
    [4, 'label must be "A>B" or "B>A"; it is "A=B"'],
    [5, "no response_B: it is missing"],
    [6, "the same pair as line 1"],
    [7, 'verdict_AB must be "A>B", "B>A" or "tie"; it is "maybe"'],
    [8, "not JSON"],
  ]);
});

test("recorded verdicts give the rates without any model: a verdict names a response, wherever it stood", async () => {
  const file = await read(fixture("pairs.jsonl"));
  const [opinions] = [...file.recorded.values()];
  const judged = file.pairs.map((pair, at) => judgedPair(at, pair, opinions![at]!)!);
  expect(judged.map(({ forward, backward }) => [forward, backward])).toEqual([
    ["better", "better"],
    ["better", "worse"], // It chose what stood first, both times.
    ["worse", "worse"],
    [null, "better"],
  ]);
  const worth = judgeWorth(judged);
  expect([worth.consistent.value, worth.flipped.value, worth.auc.value]).toEqual([0.25, 0.5, 0.59375]);
});

test("what is exported is read back whole, with several judges, sampled judgements and what they wrote", async () => {
  const file = await read(fixture("pairs.jsonl"));
  const [first] = file.pairs;
  const one = {
    pair: first!.id,
    orders: { AB: { verdict: "A" as const, text: "So A.\nVerdict: A" }, BA: { verdict: null, text: "?" } },
    ratings: { A: { score: null, text: "no" }, B: { score: 0, text: "Score: 0" } },
    sampled: {
      orders: { AB: ["A" as const, null], BA: ["B" as const, "A" as const] },
      ratings: { A: [7, null], B: [1, 2] },
    },
    tokens: 123,
  };
  const opinions = opinionsOf(file).set("pocket-judge", new Map([[one.pair, one]]));
  const again = await read([...pairLines(file.pairs, opinions)].join(""));
  expect(again.faults.count).toBe(0);
  expect(again.pairs).toEqual(file.pairs);
  expect(opinionsOf(again)).toEqual(opinions);
});

test("and the same as CSV", async () => {
  const { pairs, recorded } = await read(
    'question,response_A,response_B,label,verdict_AB,verdict_BA,score_A,score_B\n"1, 2 or 3?",1,2,B > A,B>A,B>A,0.5,7\n',
  );
  expect(pairs).toEqual([
    { id: "pair 1", question: "1, 2 or 3?", responses: { A: "1", B: "2" }, better: "B" },
  ]);
  const [opinions] = [...recorded.values()];
  expect(opinions![0]!.ratings).toEqual({ A: { score: 0.5, text: "" }, B: { score: 7, text: "" } });
});
