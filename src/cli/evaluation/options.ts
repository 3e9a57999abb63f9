import { parseArgs } from "node:util";
import { MODELS } from "../../../models";
import { TASKS } from "../../lab/tasks";
import { type Method, METHODS } from "../../lab/methods";
import { READING_METHODS } from "../../lab/methods/reading";
import type { Split, Task } from "../../lab/tasks/task";
import { numberWithin, oneOf } from "../arguments";

/** What `npm run eval` measures. */
export interface EvalOptions {
  model: string;
  /** A graph in the model's folder other than the one its card chooses for WebAssembly. */
  graph?: string;
  /** A folder with other weights of the model, of an earlier or a later checkpoint. */
  weights?: string;
  /** The same of the role that is measured. */
  roleWeights?: string;
  task: Task;
  level: number;
  split: Split;
  /** Which problems: two seeds share none. */
  seed: number;
  count: number;
  /** Samples per problem. */
  n: number;
  temperature: number;
  topP: number;
  /** Where to write everything that was found, as JSON. */
  json?: string;
  /** Ways to spend the samples, to be compared; without them, what the samples are worth. */
  methods?: readonly Method[];
  /** A role to be measured in place of the policy. */
  role?: EvalRole;
  /** How many processes share the problems. */
  jobs: number;
}

export const EVAL_ROLES = ["aggregator", "pair-judge", "clip"] as const;
export type EvalRole = (typeof EVAL_ROLES)[number];

/** Problems or pairs, where nothing is said. */
const COUNTS = { policy: 500, aggregator: 2000, "pair-judge": 1000, clip: 2000 };

const TEXT = { type: "string" } as const;

/** Throws RangeError with a sentence that names the value and what it may be. */
export function readEvalOptions(args: readonly string[]): EvalOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...{ model: TEXT, graph: TEXT, task: TEXT, level: TEXT, split: TEXT, seed: TEXT, count: TEXT, n: TEXT },
      ...{ temperature: TEXT, "top-p": TEXT, methods: TEXT, role: TEXT, json: TEXT, jobs: TEXT },
      ...{ weights: TEXT, "role-weights": TEXT },
    },
  });
  const task = oneOf("task", values.task ?? TASKS[0]!.id, TASKS, ({ id }) => id);
  const role = values.role && oneOf("role", values.role, EVAL_ROLES, (role) => role);
  const number = (name: keyof typeof values, standard: number, low: number, high: number, whole = true) =>
    numberWithin(name, values[name], standard, { low, high, whole });
  return {
    model: oneOf("model", values.model ?? MODELS[0]!.id, MODELS, ({ id }) => id).id,
    ...(values.graph !== undefined && { graph: values.graph }),
    ...(values.weights !== undefined && { weights: values.weights }),
    ...(values["role-weights"] !== undefined && { roleWeights: values["role-weights"] }),
    task,
    level: oneOf("level", values.level ?? `${task.defaultLevel}`, task.levels, ({ level }) => `${level}`)
      .level,
    split: oneOf("split", values.split ?? "test", ["test", "novel"] as const, (split) => split),
    seed: number("seed", 0, 0, 100_000),
    count: number("count", COUNTS[role || "policy"], 1, 100_000),
    n: number("n", 16, 1, 64),
    temperature: number("temperature", 1, 0, 10, false),
    topP: number("top-p", 1, 0, 1, false),
    ...(values.methods !== undefined && { methods: readMethods(values.methods) }),
    ...(role && { role }),
    ...(values.json !== undefined && { json: values.json }),
    jobs: number("jobs", 1, 1, 64),
  };
}

/** Those that need no scores recorded beforehand, then those that have another model read the samples. */
const OFFERED = [...METHODS.filter(({ needsScores }) => !needsScores), ...READING_METHODS];

const readMethods = (names: string) =>
  [...new Set(names.split(","))].map((name) => oneOf("methods", name, OFFERED, ({ id }) => id));
