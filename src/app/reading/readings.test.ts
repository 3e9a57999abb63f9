import { expect, test } from "vitest";
import { drawn } from "../../../tests/drawn";
import { folder, scriptedModels } from "../../../tests/scripted-models";
import type { Role } from "../../lab/lab";
import { READING_METHODS } from "../../lab/methods/reading";
import { costOf } from "./cost-of";
import { Readings } from "./readings.svelte";

const problem = { question: "How many?", seed: 1, expected: "1" };
const candidates = drawn(["1", "2", "2", "3"], { expected: "1" });
/** Likes 1 best, in any form; the aggregator writes an answer that no sample gave. */
function likesOne(role: Role, prompt: string): string {
  if (role === "aggregator") return prompt.endsWith("#?") ? "#2" : "Answer: 4";
  if (prompt.includes("\nB\n"))
    return `Verdict: ${prompt.indexOf("Answer: 1") >= 0 && prompt.indexOf("Answer: 1") < prompt.indexOf("\nB\n") ? "A" : "B"}`;
  return prompt.includes("Answer: 1") ? "Score: 9" : "Score: 2";
}
const method = (id: string) => READING_METHODS.find((one) => one.id === id)!;
const chosen = ({ reads }: Readings) =>
  reads.map(({ method, selection }) => [method.id, selection?.chosen.map(({ answer }) => answer)]);

test("all methods read the samples, in the order of the page, and each has its answer", async () => {
  const readings = new Readings(scriptedModels(likesOne).models);
  await readings.read(problem, candidates);
  expect(readings.status).toBe("finished");
  expect(chosen(readings).slice(0, 3)).toEqual([
    ["judge-weighted", ["1"]],
    ["best-of-n", ["1"]],
    ["pairwise", ["1"]],
  ]);
  expect(chosen(readings).slice(4)).toEqual([
    ["aggregation", ["4"]],
    ["iterated-aggregation", ["4"]],
  ]);
  expect(readings.left).toEqual([]);
});

test("what one method had read is the cost of another too, by phase, with the tokens of its prompts", async () => {
  const { models, asked } = scriptedModels(likesOne);
  const readings = new Readings(models);
  await readings.read(problem, candidates, [method("judge-weighted"), method("best-of-n")]);
  expect(asked).toHaveLength(3); // Equal texts are read once.
  const costs = readings.reads.map(({ selection }) => costOf(selection!, readings.exchanges));
  expect(costs[1]).toEqual(costs[0]);
  expect(costs[0]).toMatchObject({ samples: 40, readings: 30, prompts: 300 });
});

test("stopped in the middle, what was read whole is kept, and is not read again", async () => {
  let prompts = 0;
  const { models, asked } = scriptedModels((role, prompt) => {
    if (++prompts === 2) readings.stop();
    return likesOne(role, prompt);
  });
  const readings: Readings = new Readings(models);
  await readings.read(problem, candidates, [method("best-of-n")]);
  expect(readings.status).toBe("stopped");
  expect(readings.reads).toEqual([]);
  expect(readings.exchanges).toHaveLength(1);
  asked.length = 0;
  await readings.read(problem, candidates, [method("best-of-n")]);
  expect(asked).toHaveLength(2);
  expect(chosen(readings)).toEqual([["best-of-n", ["1"]]]);
});

test("what was kept shows the same again, in its order and at its cost, without a model", async () => {
  const readings = new Readings(scriptedModels(likesOne).models);
  await readings.read(problem, candidates);
  const { models, asked } = scriptedModels(() => "");
  const again = new Readings(models);
  await again.replay(problem, candidates, structuredClone(readings.kept!));
  expect(asked).toEqual([]);
  expect(again.status).toBe("finished");
  expect(chosen(again)).toEqual(chosen(readings));
  const costs = (all: Readings) => all.reads.map(({ selection }) => costOf(selection!, all.exchanges));
  expect(costs(again)).toEqual(costs(readings));
});

test("of another judge nothing is mixed with what the first one wrote; the aggregator's stays", async () => {
  const { models, choices, asked } = scriptedModels(likesOne);
  const readings = new Readings(models);
  await readings.read(problem, candidates, [method("best-of-n"), method("aggregation")]);
  choices.judge = folder("qwen");
  expect(readings.left.map(({ id }) => id)).toContain("best-of-n");
  expect(readings.left.map(({ id }) => id)).not.toContain("aggregation");
  asked.length = 0;
  await readings.read(problem, candidates, [method("best-of-n")]);
  expect(asked.map(({ role }) => role)).toEqual(["judge", "judge", "judge"]);
  expect(asked[0]!.prompt).toContain("You are an impartial judge");
  expect(readings.exchanges).toHaveLength(4);
  expect(readings.kept!.models).toEqual({ judge: "folder:qwen", aggregator: "pocket-aggregator" });
});

test("a model that fails is named, and what was read before stays", async () => {
  const readings = new Readings(
    scriptedModels((role, prompt) => {
      if (role === "aggregator") throw new Error("There is no graph.");
      return likesOne(role, prompt);
    }).models,
  );
  await readings.read(problem, candidates);
  expect([readings.status, readings.reason]).toEqual(["failed", "There is no graph."]);
  expect(readings.reads).toHaveLength(3);
});

test("other samples are shown: what is being read of these ends, and leaves nothing", async () => {
  const { models } = scriptedModels((role, prompt) => {
    readings.clear();
    return likesOne(role, prompt);
  });
  const readings: Readings = new Readings(models);
  await readings.read(problem, candidates);
  expect([readings.status, readings.reads, readings.exchanges]).toEqual(["idle", [], []]);
});
