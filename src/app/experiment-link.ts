// The whole experiment is the URL: `#/ask?level=3&problem=42&n=16&run=1`.
import { LinkReader } from "./link-reader";
import { complainOfMemory, MEMORY } from "./memory-setting";
import { complain, NUMBER_SETTINGS, type NumberName, type NumberSetting } from "./number-settings";
import { complainOfReading } from "./reading-setting";
import { DEVICES, type Draft, type Experiment } from "./settings";

const PROBLEM: NumberSetting = {
  key: "problem",
  label: "Problem",
  hint: "",
  min: 0,
  max: 9_999_999,
  step: 1,
  whole: true,
};
const KNOWN = new Set([
  ...Object.values(NUMBER_SETTINGS).map(({ key }) => key),
  MEMORY.key,
  "model",
  "question",
  "expected",
  "device",
  "level",
  "problem",
  "read",
  "run",
]);

interface Known {
  levels: readonly number[];
  /** Their ids. */
  models: readonly string[];
}

/** Reads an experiment from a link. What is unknown or not allowed keeps its default and is complained of by name. */
export function readExperiment(params: URLSearchParams, defaults: Experiment, { levels, models }: Known) {
  const link = new LinkReader(params);
  const experiment = { ...defaults };
  for (const [name, setting] of Object.entries(NUMBER_SETTINGS) as [NumberName, NumberSetting][])
    experiment[name] = readNumber(link, setting, name) ?? defaults[name];
  experiment.problem = readNumber(link, PROBLEM, "problem") ?? defaults.problem;
  experiment.question = params.get("question") ?? defaults.question;
  experiment.expected = params.get("expected") ?? defaults.expected;
  if (params.has("question") && !params.has("problem")) {
    experiment.problem = null;
    experiment.expected = params.get("expected") ?? "";
  }
  experiment.level = link.oneOf("level", levels, Number) ?? defaults.level;
  experiment.device = link.oneOf("device", DEVICES) ?? defaults.device;
  experiment.memory = link.checked(MEMORY.key, "memory", complainOfMemory) ?? defaults.memory;
  experiment.read = link.checked("read", "link", complainOfReading) ?? defaults.read;
  const run = link.run();
  link.complainOfOthers(KNOWN);
  experiment.model = link.model(models) ?? defaults.model;
  return { experiment, complaints: link.complaints, run };
}

function readNumber(link: LinkReader, setting: NumberSetting, field: string): number | undefined {
  const text = link.checked(setting.key, field, (value) => complain(setting, value));
  return text === undefined ? undefined : Number(text);
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
  if (experiment.read) params.set("read", experiment.read);
  if (run) params.set("run", "1");
  return `#/ask?${params}`.replace(/(?<=[?&]read=)[^&]*/, (read) => read.replaceAll("%2C", ","));
}
