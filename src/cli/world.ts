// Writes generated problems as JSONL: what the trainer reads, and what a person can look through.
// npm run world -- --task word-problems --count 5 --seed 1 --level 3 [--split train] [--out problems.jsonl]
import { createWriteStream } from "node:fs";
import { parseArgs } from "node:util";
import { TASKS } from "../lab/tasks";
import type { Split } from "../lab/tasks/task";
import { problems } from "../lab/tasks/problems";

const { values } = parseArgs({
  options: {
    task: { type: "string", default: "word-problems" },
    count: { type: "string", default: "10" },
    seed: { type: "string", default: "0" },
    level: { type: "string", default: "" },
    split: { type: "string", default: "train" },
    out: { type: "string" },
  },
});

const task = TASKS.find(({ id }) => id === values.task);
if (!task) throw new Error(`unknown task: ${values.task}; there are ${TASKS.map(({ id }) => id).join(", ")}`);
const level = values.level === "" ? task.defaultLevel : Number(values.level);
const out = values.out ? createWriteStream(values.out) : process.stdout;
for (const problem of problems(task, {
  level,
  count: Number(values.count),
  seed: Number(values.seed),
  split: values.split as Split,
})) {
  if (!out.write(`${JSON.stringify(problem)}\n`))
    await new Promise<void>((resolve) => out.once("drain", resolve));
}
