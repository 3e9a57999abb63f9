// Writes generated problems as JSONL: what the trainer reads, and what a person can look through.
// npm run world -- --task word-problems --count 5 --seed 1 --level 3 [--split train] [--out problems.jsonl]
import { createWriteStream } from "node:fs";
import { parseArgs } from "node:util";
import { TASKS } from "../lab/tasks";
import { problems } from "../lab/tasks/problems";
import { numberWithin, oneOf } from "./arguments";

const TEXT = { type: "string" } as const;
const { values } = parseArgs({
  options: { task: TEXT, count: TEXT, seed: TEXT, level: TEXT, split: TEXT, out: TEXT },
});
const whole = (low: number, high: number) => ({ low, high, whole: true });

const task = oneOf("task", values.task ?? TASKS[0]!.id, TASKS, ({ id }) => id);
const set = {
  level: oneOf("level", values.level ?? `${task.defaultLevel}`, task.levels, ({ level }) => `${level}`).level,
  count: numberWithin("count", values.count, 10, whole(1, 10_000_000)),
  seed: numberWithin("seed", values.seed, 0, whole(0, 100_000)),
  split: oneOf("split", values.split ?? "train", ["train", "test", "novel"] as const, (split) => split),
};

const out = values.out ? createWriteStream(values.out) : process.stdout;
for (const problem of problems(task, set)) {
  if (!out.write(`${JSON.stringify(problem)}\n`)) {
    await new Promise<void>((resolve) => out.once("drain", resolve));
  }
}
