import { expect, test, vi } from "vitest";
import { fixture, recordedSet } from "../../../tests/imported";
import { preview } from "../imports/preview";
import { METHODS } from "../methods";
import { problemOutcome } from "../sweep/problem-outcome";
import { readRecordedSet } from "./read-recorded-set";

/** What a method makes of each problem with all of its samples. */
async function accuracies(id: string, text: string): Promise<number[]> {
  const method = METHODS.find((one) => one.id === id)!;
  const { problems } = await recordedSet(text);
  const outcomes = problems.map(({ candidates }, i) =>
    problemOutcome(i, candidates, [method], [candidates.length]),
  );
  return (await Promise.all(outcomes)).map(({ methods }) => methods[0]![0]!.accuracy);
}
const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

test("another tool's samples are candidates, with its answers, labels and scores", async () => {
  const set = await recordedSet(fixture("samples.jsonl"));
  expect(set).toMatchObject({ name: "file", samples: 4, origin: null });
  const { id, question, answer, candidates } = set.problems[2]!;
  expect([id, question, answer]).toEqual(["line/3", "Half of one and a half?", "3/4"]);
  expect(candidates.map((one) => [one.answer?.text ?? null, one.correct, one.score])).toEqual([
    ["0.75", true, 0.5],
    ["1/2", false, 0.6],
    ["\\frac{3}{4}", true, 0.5],
    [null, false, 0.9],
  ]);
  expect(candidates.every(({ sample }) => sample.finish === "stop")).toBe(true);
});

test("what was not recorded is not known, rather than nothing", async () => {
  const { problems } = await recordedSet(fixture("samples.jsonl"));
  const [one] = problems[0]!.candidates;
  expect([one!.sample.tokens, one!.sample.logprob, one!.meanLogprob]).toEqual([NaN, NaN, null]);
  for (const id of ["weighted", "best"])
    expect(await accuracies(id, fixture("samples.jsonl"))).toEqual([NaN, NaN, NaN, NaN]);
  const { problems: unscored } = await recordedSet(fixture("harness.jsonl"));
  expect(unscored[0]!.candidates[0]).not.toHaveProperty("score");
  for (const id of ["score-best", "score-weighted"])
    expect(await accuracies(id, fixture("harness.jsonl"))).toEqual([NaN, NaN, NaN]);
});

test("methods make of recorded samples what npm run analyse prints", async () => {
  const figures = { first: 1, majority: 0.625, "score-best": 0.25, "score-weighted": 0.5, oracle: 0.75 };
  for (const [id, share] of Object.entries(figures))
    if (id !== "first") expect(mean(await accuracies(id, fixture("samples.jsonl"))), id).toBe(share);
});

test("one negative score anywhere in the file makes all weights those of a softmax", async () => {
  const weights = async (text: string) =>
    (await recordedSet(text)).problems.map(({ candidates }) => candidates.map(({ weight }) => weight));
  const row = (question: string, ...rewards: number[]) =>
    JSON.stringify({ question, answer: "1", pred: rewards.map(() => "1"), rewards });
  expect(await weights(row("a", 1, 3))).toEqual([[1, 3]]);
  expect(await weights(`${row("a", 1, 3)}\n${row("b", -1, -1)}`)).toEqual([[Math.exp(-2), 1], [1, 1]]); // prettier-ignore
});

test("labels win over what the answers say, also where they disagree or nothing was answered", async () => {
  const row = '{"question":"?","answer":"1","pred":["1","1",null,"2"],"correct":[true,false,true,false]}';
  expect(await accuracies("first", row)).toEqual([1]);
  expect(await accuracies("majority", row)).toEqual([0.5]);
  expect(await accuracies("oracle", '{"question":"?","pred":[null,"2"],"correct":[true,false]}')).toEqual([
    1,
  ]);
});

test("the best score is drawn by sample, and needs no answer", async () => {
  const row =
    '{"question":"?","answer":"1","pred":["1",null,"2","1"],"correct":[true,true,false,true],"scores":[5,5,5,1]}';
  expect((await accuracies("score-best", row))[0]).toBeCloseTo(2 / 3, 12);
});

test("tokens and logprobs of other tools are read where they have a column, one by one", async () => {
  const row =
    '{"question":"?","answer":"1","pred":["1","2"],"completion_tokens":[10,null],"cumulative_logprob":[-5,-4]}';
  const [problem] = (await recordedSet(row)).problems;
  expect(problem!.candidates.map(({ sample, meanLogprob }) => [sample.tokens, meanLogprob])).toEqual([
    [10, -0.5],
    [NaN, null],
  ]);
});

/** A row, or a piece of the file; not the answer that is copied out of it. */
const isLong = (what: unknown) =>
  (typeof what === "string" ? what.length : ((what as Uint8Array | undefined)?.byteLength ?? 0)) > 1000;

test.each(["jsonl", "csv"])(
  "between two breaths no more than 64 KB or one row of %s is read",
  async (format) => {
    const [problems, samples] = [200, 8];
    const solutions = Array.from({ length: samples }, (_, i) => `${"Some words. ".repeat(30)}\\boxed{${i}}`);
    const cells = (i: number) => [`${i}?`, "3", JSON.stringify(solutions)];
    const row = (i: number) =>
      format === "csv"
        ? cells(i)
            .map((cell) => `"${cell.replaceAll('"', '""')}"`)
            .join()
        : JSON.stringify({ question: `${i}?`, answer: "3", solutions });
    const rows = Array.from({ length: problems }, (_, i) => row(i));
    const file = new Blob([format === "csv" ? "question,answer,solutions\n" : "", rows.join("\n")]);
    const { mapping } = await preview(file);
    const work = [vi.spyOn(TextDecoder.prototype, "decode"), vi.spyOn(JSON, "parse")];
    let [breaths, most] = [0, 0];
    const breathe = () => {
      breaths++;
      most = Math.max(most, ...work.map(({ mock }) => mock.calls.filter(([what]) => isLong(what)).length));
      for (const one of work) one.mockClear();
      return undefined;
    };
    const set = await readRecordedSet(file, "file", mapping, { breathe, onFault: () => {} });
    vi.restoreAllMocks();
    expect(set.problems.length).toBe(problems);
    expect(most).toBe(1);
    expect(breaths).toBeGreaterThan(problems * samples); // Each sample is looked through for its answer.
  },
);
