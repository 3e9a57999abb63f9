// A sweep as a link: `#/tradeoffs?level=3&count=20&n=16&methods=first,majority&run=1`.
import { ALL_METHODS } from "../../lab/methods/reading";
import { wordProblems } from "../../lab/tasks/word-problems";
import { LinkReader } from "../link-reader";
import { complainOfMemory, MEMORY } from "../memory-setting";
import { complain } from "../number-settings";
import { DEVICES } from "../settings";
import { SWEEP_NUMBERS, type SweepDraft, type SweepNumber, type SweepSettings } from "./sweep-settings";

const NUMBERS = Object.keys(SWEEP_NUMBERS) as SweepNumber[];
const LEVELS = wordProblems.levels.map(({ level }) => level);
const METHOD_IDS = ALL_METHODS.map(({ id }) => id);
const KNOWN = new Set([
  ...NUMBERS.map((name) => SWEEP_NUMBERS[name].key),
  "level",
  "methods",
  "model",
  "device",
  MEMORY.key,
  "run",
]);

/** Reads a link. What is unknown or not allowed keeps its default and is complained of by name. */
export function readSweepLink(params: URLSearchParams, defaults: SweepSettings, models: readonly string[]) {
  const link = new LinkReader(params);
  const settings = { ...defaults };
  for (const name of NUMBERS) {
    const setting = SWEEP_NUMBERS[name];
    const text = link.checked(setting.key, name, (value) => complain(setting, value));
    if (text !== undefined) settings[name] = Number(text);
  }
  settings.level = link.oneOf("level", LEVELS, Number) ?? defaults.level;
  settings.device = link.oneOf("device", DEVICES) ?? defaults.device;
  settings.model = link.model(models) ?? defaults.model;
  settings.memory = link.checked(MEMORY.key, "memory", complainOfMemory) ?? defaults.memory;
  const methods = link.checked("methods", "methods", complainOfMethods)?.split(",");
  if (methods) settings.methods = METHOD_IDS.filter((id) => methods.includes(id));
  const run = link.run();
  link.complainOfOthers(KNOWN);
  return { settings, complaints: link.complaints, run };
}

function complainOfMethods(text: string): string | null {
  const unknown = text.split(",").find((id) => !METHOD_IDS.includes(id));
  if (unknown === undefined) return null;
  return `Methods must be some of ${METHOD_IDS.join(", ")}; “${unknown}” is not.`;
}

/** The link of a sweep: only what differs from the defaults. Imported problems are in no link. */
export function sweepLink(settings: SweepDraft, defaults: SweepSettings, { run = false } = {}): string {
  const params = new URLSearchParams();
  if (settings.level !== null && settings.level !== defaults.level) params.set("level", `${settings.level}`);
  for (const name of NUMBERS) {
    const value = settings[name];
    if (value !== null && value !== defaults[name]) params.set(SWEEP_NUMBERS[name].key, `${value}`);
  }
  if (settings.methods.join() !== defaults.methods.join()) params.set("methods", settings.methods.join(","));
  if (settings.model !== defaults.model) params.set("model", settings.model);
  if (settings.device !== defaults.device) params.set("device", settings.device);
  if (settings.memory.trim()) params.set(MEMORY.key, settings.memory.replace(/\s/g, ""));
  if (run) params.set("run", "1");
  const query = params.toString().replaceAll("%2C", ",");
  return query ? `#/tradeoffs?${query}` : "#/tradeoffs";
}
