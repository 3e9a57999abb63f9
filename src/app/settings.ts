// The whole experiment is one record, and the record is the URL: `#/ask?level=3&problem=42&n=16&run=1`.
import { complainOfMemory, MEMORY } from "./memory-setting";

export interface NumberSetting {
  /** Its name in the URL. */
  key: string;
  /** Its accessible name on the page. */
  label: string;
  hint: string;
  min: number;
  max: number;
  step: number;
  whole: boolean;
}

export const NUMBER_SETTINGS = {
  samples: {
    key: "n",
    label: "Samples",
    hint: "How many answers to draw",
    min: 1,
    max: 64,
    step: 1,
    whole: true,
  },
  temperature: {
    key: "temperature",
    label: "Temperature",
    hint: "0 is always the likeliest word; higher is bolder",
    min: 0,
    max: 2,
    step: 0.1,
    whole: false,
  },
  topP: {
    key: "top-p",
    label: "Top-p",
    hint: "Draw only from the likeliest words with this share of probability",
    min: 0.01,
    max: 1,
    step: 0.05,
    whole: false,
  },
  seed: {
    key: "seed",
    label: "Seed",
    hint: "The same seed draws the same samples",
    min: 0,
    max: 4294967295,
    step: 1,
    whole: true,
  },
  maxTokens: {
    key: "max-tokens",
    label: "Max tokens",
    hint: "Where a sample that does not end is cut off",
    min: 1,
    max: 4096,
    step: 1,
    whole: true,
  },
} satisfies Record<string, NumberSetting>;

export type NumberName = keyof typeof NUMBER_SETTINGS;

export const DEVICES = ["auto", "webgpu", "wasm"] as const;
export type Device = (typeof DEVICES)[number];

export interface Experiment extends Record<NumberName, number> {
  model: string;
  device: Device;
  level: number;
  /** Number of the generated problem, or null for a question of one's own. */
  problem: number | null;
  question: string;
  expected: string;
  /** As it is written (memory-setting.ts); empty is automatic. */
  memory: string;
}

/** While the fields are being edited a number may be missing. */
export type Draft = Omit<Experiment, NumberName> & Record<NumberName, number | null>;

/** What is wrong with one value, at the field it belongs to. */
export interface Complaint {
  field: string;
  message: string;
}

/** `Number` also reads `0x10`, `1e3` and blanks, which nobody means in a link. */
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/** A sentence that names the value and the way out, or null if the value is allowed. */
export function complain(
  { label, min, max, whole }: NumberSetting,
  value: string | number | null,
): string | null {
  const range = `${label} must be ${whole ? "a whole number" : "a number"} from ${min} to ${max}`;
  if (value === null || value === "") return `${range}; it is empty.`;
  const number = typeof value === "string" && !DECIMAL.test(value) ? NaN : Number(value);
  if (Number.isNaN(number)) return `${range}; “${value}” is not one.`;
  if (number < min || number > max || (whole && !Number.isInteger(number)))
    return `${range}; ${value} is not.`;
  return null;
}

const PROBLEM: NumberSetting = {
  key: "problem",
  label: "Problem",
  hint: "",
  min: 0,
  max: 9_999_999,
  step: 1,
  whole: true,
};
const TEXTS = ["model", "question", "expected"] as const;
const KNOWN = new Set([
  ...Object.values(NUMBER_SETTINGS).map(({ key }) => key),
  ...TEXTS,
  MEMORY.key,
  "device",
  "level",
  "problem",
  "run",
]);

/** Reads an experiment from a link. What is unknown or not allowed keeps its default and is complained of by name. */
export function readExperiment(params: URLSearchParams, defaults: Experiment, levels: readonly number[]) {
  const experiment = { ...defaults };
  const complaints: Complaint[] = [];
  const number = (setting: NumberSetting, field: string, keep: (value: number) => void) => {
    const text = params.get(setting.key);
    if (text === null) return;
    const message = complain(setting, text);
    if (message)
      complaints.push({ field, message: `${message} The link's value was replaced by the default.` });
    else keep(Number(text));
  };
  for (const [name, setting] of Object.entries(NUMBER_SETTINGS))
    number(setting, name, (value) => (experiment[name as NumberName] = value));
  number(PROBLEM, "problem", (value) => (experiment.problem = value));
  for (const name of TEXTS) experiment[name] = params.get(name) ?? experiment[name];
  if (params.has("question") && !params.has("problem")) {
    experiment.problem = null;
    experiment.expected = params.get("expected") ?? "";
  }

  const level = params.get("level");
  if (level !== null && !levels.includes(Number(level)))
    complaints.push({
      field: "level",
      message: `Level must be one of ${levels.join(", ")}; “${level}” is not.`,
    });
  else if (level !== null) experiment.level = Number(level);
  const device = params.get("device");
  if (device !== null && !DEVICES.includes(device as Device))
    complaints.push({
      field: "device",
      message: `Device must be one of ${DEVICES.join(", ")}; “${device}” is not.`,
    });
  else if (device !== null) experiment.device = device as Device;
  const memory = params.get(MEMORY.key) ?? "";
  const fault = complainOfMemory(memory);
  if (fault)
    complaints.push({ field: "memory", message: `${fault} The link's value was replaced by the default.` });
  else experiment.memory = memory;
  const run = params.get("run");
  if (run !== null && run !== "1" && run !== "0")
    complaints.push({ field: "link", message: `run must be 1 or 0 in the link; “${run}” is not.` });
  for (const key of params.keys())
    if (!KNOWN.has(key))
      complaints.push({ field: "link", message: `The link sets “${key}”, which is not a setting here.` });
  return { experiment, complaints, run: run === "1" };
}

/** The link of an experiment: only what differs from the defaults, so that links stay short. */
export function experimentLink(experiment: Draft, defaults: Experiment, { run = false } = {}): string {
  const params = new URLSearchParams();
  if (experiment.problem === null) {
    params.set("question", experiment.question);
    if (experiment.expected) params.set("expected", experiment.expected);
  } else {
    params.set("level", String(experiment.level));
    params.set("problem", String(experiment.problem));
  }
  for (const [name, { key }] of Object.entries(NUMBER_SETTINGS)) {
    const value = experiment[name as NumberName];
    if (value !== null && value !== defaults[name as NumberName]) params.set(key, `${value}`);
  }
  if (experiment.model !== defaults.model) params.set("model", experiment.model);
  if (experiment.device !== defaults.device) params.set("device", experiment.device);
  if (experiment.memory.trim()) params.set(MEMORY.key, experiment.memory.replace(/\s/g, ""));
  if (run) params.set("run", "1");
  return `#/ask?${params}`;
}
