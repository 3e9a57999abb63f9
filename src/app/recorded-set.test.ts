import { expect, test } from "vitest";
import { recordedSet } from "../../tests/imported";
import { toCandidate } from "../lab/candidates";
import { METHODS } from "../lab/methods";
import { integer, seededRandom } from "../lab/random";
import type { RecordedSet } from "../lab/recorded/recorded-set";
import { generatedProblems } from "../lab/sweep/sweep-problem";
import { problemOutcome } from "../lab/sweep/problem-outcome";
import { packed } from "./packed";
import { readRecordedLink, recordedLink } from "./recorded-set";

const random = seededRandom("sweep for a link");

/** Samples as the pocket policy writes them: about half of them right. */
async function sweep(count: number, samples: number): Promise<RecordedSet> {
  const set = { task: "word-problems", level: 3, count, seed: 0 };
  const problems = (await generatedProblems(set)).map((problem) => ({
    ...problem,
    candidates: Array.from({ length: samples }, (_, sample) => {
      const answer = random() < 0.55 ? problem.answer : `${integer(random, 1, 60)}`;
      const text = `<chunk>Some steps.</chunk> Answer: ${answer}`;
      const tokens = integer(random, 30, 70);
      const written = {
        sample,
        text,
        tokens,
        logprob: -9 * random(),
        chunkEnds: [9],
        finish: "stop" as const,
      };
      return toCandidate(written, problem.answer);
    }),
  }));
  const sampling = { temperature: 0.8, topK: 0, topP: 1, minP: 0, maxTokens: 256, stop: [] };
  const origin = {
    model: "pocket-policy",
    device: "wasm",
    version: "0.1.0",
    createdAt: 1,
    sampling,
    seed: 0,
  };
  return { name: "Level 3", problems, samples, origin: origin as RecordedSet["origin"] };
}
const paramsOf = (link: string | null) => new URLSearchParams(link!.slice(link!.indexOf("?") + 1));

/** What a link holds, all of it. */
async function opened(link: string | null): Promise<RecordedSet> {
  const source = (await readRecordedLink(paramsOf(link)))!;
  const numbers = Array.from({ length: source.count }, (_, i) => i);
  return { ...source, problems: await source.problemsAt(numbers) };
}
const outcomes = ({ problems, samples }: RecordedSet) =>
  Promise.all(problems.map(({ candidates }, i) => problemOutcome(i, candidates, METHODS, [1, 2, samples])));

test("a sweep of 50 problems with 16 samples each fits into a link, and comes to the same", async () => {
  const set = await sweep(50, 16);
  const again = await opened(await recordedLink(set));
  expect(again).toMatchObject({ name: "Level 3", samples: 16, origin: set.origin });
  expect(again.problems.map(({ question, answer, seed }) => [question, answer, seed])).toEqual(
    set.problems.map(({ question, answer, seed }) => [question, answer, seed]),
  );
  expect(await outcomes(again)).toEqual(await outcomes(set));
  expect(again.problems[0]!.candidates[0]!.sample.text).toBe("");
});

test("labels, scores, ends and what was not recorded survive the link too", async () => {
  const row = { question: "?", answer: "1", pred: ["1", null], correct: [false, true], scores: [-1, 2.5] };
  const set = await recordedSet(JSON.stringify({ ...row, tokens: [3, null] }));
  set.problems[0]!.candidates[1]!.sample.finish = "length";
  const again = await opened(await recordedLink(set));
  const told = ({ problems }: RecordedSet) =>
    problems[0]!.candidates.map(({ correct, score, weight, meanLogprob, sample, answer }) => [
      ...[correct, score, weight, meanLogprob, sample.tokens, sample.finish, answer?.text],
    ]);
  expect(told(again)).toEqual(told(set));
  expect(await outcomes(again)).toEqual(await outcomes(set));
});

test("a sweep that is too large fits into no link", async () => {
  expect(await recordedLink(await sweep(400, 16))).toBeNull();
});

test("a link without results has none, and one with other things says what is wrong", async () => {
  expect(await readRecordedLink(new URLSearchParams("level=3"))).toBeNull();
  const read = async (value: unknown) =>
    readRecordedLink(new URLSearchParams({ recorded: (await packed(value))! }));
  await expect(read({ samples: [] })).rejects.toThrow(
    "The link holds no results of a sweep: results.name is not text.",
  );
  const column = { id: "a", question: "?", answer: "1", answers: ["1"], tokens: [], logprobs: [1] };
  await expect(read({ name: "", origin: null, problems: [column] })).rejects.toThrow(
    "the columns of problem a differ in length",
  );
});
