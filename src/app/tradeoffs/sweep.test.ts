import { expect, test } from "vitest";
import { scriptedLab } from "../../../tests/scripted-roles";
import { METHODS } from "../../lab/methods";
import { aggregation } from "../../lab/methods/aggregation/aggregation";
import { drawnPool } from "../../lab/methods/method";
import { ROUND } from "../../lab/sweep/rounds";
import type { SweepRecord, SweepSample } from "../../storage/sweep-record";
import { Sweep } from "./sweep.svelte";

const SAMPLES = 12;
const STOPPING = ["first", "adaptive"];
const ALL = METHODS.map(({ id }) => id);

function record(methods: readonly string[]): SweepRecord {
  const items = ["easy", "hard"].map((question) => ({ question, answer: "1" }));
  return {
    id: "s",
    createdAt: 0,
    appVersion: "0",
    status: "running",
    activeMs: 0,
    spec: {
      model: "m",
      device: "wasm",
      problems: { name: "two.jsonl", items, seed: 0 },
      methods: [...methods],
      samples: SAMPLES,
      sampling: { temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: 8, stop: [] },
    },
  };
}

/** All samples of the first problem agree; those of the second never do. */
const written = (problem: number, sample: number): SweepSample["written"] => ({
  sample,
  text: `Answer: ${problem === 0 ? 1 : sample}`,
  tokens: 10,
  logprob: -1,
  chunkEnds: [],
  finish: "stop",
});

/** Writes whatever the sweep asks for, as a crew does; after `most` samples it is interrupted. */
function write(sweep: Sweep, methods: readonly string[], most = Infinity): void {
  let left = most;
  for (const { problems, prompts } of sweep.portionsLeft(methods))
    for (let round: typeof prompts | null = prompts; round; round = sweep.roundOf(problems[0]!, methods))
      for (const [at, { samples }] of round.entries())
        for (const sample of samples) {
          if (left-- === 0) return;
          sweep.add(problems[at]!, written(problems[at]!, sample));
        }
}

const drawn = async (sweep: Sweep) =>
  (await sweep.problemsAt([0, 1])).map(({ candidates }) => candidates.length);

test("a sweep whose methods all have enough of a problem draws it no further, whether it was interrupted or not", async () => {
  const whole = await Sweep.open(record(STOPPING));
  write(whole, STOPPING);
  expect(await drawn(whole)).toEqual([ROUND, SAMPLES]);
  expect(whole.enoughFor(STOPPING)).toBe(2);
  for (const most of [1, 3, 5, 10]) {
    const cut = await Sweep.open(record(STOPPING));
    write(cut, STOPPING, most);
    const kept = (await cut.problemsAt([0, 1])).flatMap(({ candidates }, problem) =>
      candidates.map(({ sample }) => ({ problem, written: sample })),
    );
    const resumed = await Sweep.open(record(STOPPING), kept);
    write(resumed, STOPPING);
    expect(await drawn(resumed)).toEqual(await drawn(whole));
  }
});

test("another method that is wanted later leaves the samples it lacks to do, and only these", async () => {
  const sweep = await Sweep.open(record(STOPPING));
  write(sweep, STOPPING);
  expect(sweep.portionsLeft(STOPPING)).toEqual([]);
  const left = sweep.portionsLeft(["majority"]);
  expect(left.map(({ problems, prompts }) => [problems, prompts[0]!.samples])).toEqual([[[0], [4, 5, 6, 7]]]);
  write(sweep, ["majority"]);
  expect(await drawn(sweep)).toEqual([SAMPLES, SAMPLES]);
  expect(sweep.count).toBe(sweep.total);
});

test("figures of votes go by the samples that every problem has, until all are there", async () => {
  const sweep = await Sweep.open(record(STOPPING));
  write(sweep, STOPPING);
  await sweep.settle();
  const accuracies = (id: string) => {
    const { methods, problems } = sweep.outcomes;
    const at = methods.findIndex((method) => method.id === id);
    return problems.map(({ methods }) => methods[at]!.at(-1)!.accuracy);
  };
  expect(sweep.outcomes.problems.map(({ samples }) => samples)).toEqual([ROUND, ROUND]);
  expect(accuracies("majority")).toEqual([NaN, NaN]); // Also of the problem that has all: it is the hard one.
  expect(accuracies("adaptive")).toEqual([1, expect.closeTo(1 / SAMPLES, 12)]);
  write(sweep, ["majority"]);
  await sweep.settle();
  expect(sweep.outcomes.problems.map(({ samples }) => samples)).toEqual([SAMPLES, SAMPLES]);
  expect(accuracies("majority")[0]).toBe(1);
});

test("a sweep for methods that need all samples has them, and no problem is asked again that the model cannot read", async () => {
  const sweep = await Sweep.open(record(ALL));
  write(sweep, STOPPING);
  expect(await drawn(sweep)).toEqual([SAMPLES, SAMPLES]);
  const stopping = await Sweep.open(record(STOPPING));
  stopping.refuse(1, "It is too long.");
  write(stopping, STOPPING);
  expect([await drawn(stopping), stopping.enoughFor(STOPPING), stopping.asked]).toEqual([[ROUND, 0], 1, 1]);
});

/** As whoever has the aggregator read all samples of a problem keeps it. */
async function readByAggregator(sweep: Sweep, problem: number, model = "a"): Promise<void> {
  const { lab } = scriptedLab(() => "Answer: 1", {
    ...sweep.askedOf(problem),
    onExchange: (exchange) => sweep.addExchange(problem, { ...exchange, model, trained: true }),
  });
  for (const count of [2, 4, 8, 12]) await aggregation.run(drawnPool(sweep.whole(problem)!), count, lab);
  sweep.workAgain(problem);
  await sweep.settle();
}
const aggregatorOf = ({ outcomes }: Sweep) =>
  outcomes.problems.map(
    ({ methods }) => methods[outcomes.methods.findIndex(({ id }) => id === "aggregation")]!,
  );

test("what other models wrote gives the same figures again without any model, and what is missing no value", async () => {
  const sweep = await Sweep.open(record(ALL));
  write(sweep, ALL);
  await sweep.settle();
  expect(sweep.readFor([aggregation])).toBe(0);
  await readByAggregator(sweep, 1);
  expect(sweep.readFor([aggregation])).toBe(1);
  const [unread, read] = aggregatorOf(sweep);
  expect(unread!.every(({ accuracy }) => Number.isNaN(accuracy))).toBe(true);
  expect(read!.map(({ accuracy }) => accuracy)).toEqual([NaN, 1, 1, 1, 1]);
  expect(read!.map(({ tokens }) => tokens)).toEqual([NaN, 30, 50, 90, 130]);

  const samples = [0, 1].flatMap((problem) =>
    sweep.whole(problem)!.map(({ sample }) => ({ problem, written: sample })),
  );
  const again = await Sweep.open(record(ALL), samples, [
    { problem: 1, exchanges: [...sweep.exchangesOf(1)] },
  ]);
  await again.settle();
  expect(aggregatorOf(again)).toEqual(aggregatorOf(sweep));
});

test("what another aggregator wrote is forgotten before this one reads, so that all figures are one model's", async () => {
  const sweep = await Sweep.open(record(ALL));
  write(sweep, ALL);
  await sweep.settle();
  await readByAggregator(sweep, 0, "other");
  const roles = { aggregator: { id: "a" }, judge: { id: "j" } };
  expect(sweep.forgetOtherReaders(roles)).toEqual([{ problem: 0, exchanges: [] }]);
  await sweep.settle();
  expect(sweep.readFor([aggregation])).toBe(0);
  expect(sweep.forgetOtherReaders(roles)).toEqual([]);
});
