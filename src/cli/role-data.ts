// Writes what a role is trained on, from a policy's samples: the prompts are those that the page sends.
// npm run role-data -- --role aggregator --candidates candidates.jsonl --groups 4 --m 8 --seed 1 --out rows.jsonl
import { createWriteStream } from "node:fs";
import { parseArgs } from "node:util";
import { numberWithin, oneOf } from "./arguments";
import { aggregatorRows } from "./roles/aggregator-rows";
import { candidateLines } from "./roles/candidate-lines";
import { judgeRows } from "./roles/judge-rows";
import { mixed } from "./roles/mixed";

const TEXT = { type: "string" } as const;
const { values } = parseArgs({
  options: {
    role: TEXT,
    groups: TEXT,
    m: TEXT,
    seed: TEXT,
    easy: TEXT,
    "one-order": { type: "boolean" },
    candidates: { type: "string", multiple: true },
    out: TEXT,
  },
});
const whole = (low: number, high: number) => ({ low, high, whole: true });
const ROLES = { aggregator: aggregatorRows, judge: judgeRows };

const role = oneOf("role", values.role ?? "aggregator", Object.keys(ROLES) as (keyof typeof ROLES)[], String);
const options = {
  groups: numberWithin("groups", values.groups, 1, whole(1, 1000)),
  m: numberWithin("m", values.m, 0, whole(0, 64)),
  seed: numberWithin("seed", values.seed, 1, whole(0, 100_000)),
  oneOrder: values["one-order"] ?? false,
};
const easyShare =
  values.easy === undefined
    ? null
    : numberWithin("easy", values.easy, 0, { low: 0, high: 100, whole: false });

const out = values.out ? createWriteStream(values.out) : process.stdout;
for await (const line of candidateLines(values.candidates ?? [])) {
  for (const row of mixed(ROLES[role](line, options), easyShare)) {
    if (!out.write(`${JSON.stringify(row)}\n`)) {
      await new Promise<void>((resolve) => out.once("drain", resolve));
    }
  }
}
