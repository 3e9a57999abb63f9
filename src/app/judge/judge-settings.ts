// What the Judge view asks for is one record, and the record is a link: `#/judge?level=3&count=50&seed=1&judge=pocket-judge&run=1`.
import { wordProblems } from "../../lab/tasks/word-problems";
import { JUDGEMENT_COUNTS } from "../../metrics/judge-at-k";
import { LinkReader } from "../link-reader";
import { complain, NUMBER_SETTINGS, type NumberSetting } from "../number-settings";

export const JUDGE_NUMBERS = {
  count: {
    key: "count",
    label: "Pairs",
    hint: "How many pairs to judge; more make the intervals narrower",
    min: 1,
    max: 1000,
    step: 1,
    whole: true,
  },
  seed: {
    ...NUMBER_SETTINGS.seed,
    label: "Problem seed",
    hint: "Another seed asks other problems",
    max: 99_999,
  },
} satisfies Record<string, NumberSetting>;

export type JudgeNumber = keyof typeof JUDGE_NUMBERS;

export interface JudgeSettings extends Record<JudgeNumber, number> {
  /** Of the problems, or null for imported pairs. */
  level: number | null;
  /** Id of the model that judges. */
  judge: string;
  /** Judgements sampled besides the likeliest one; 0 is none. */
  sampled: number;
}

/** While the fields are being edited a number may be missing. */
export type JudgeDraft = Omit<JudgeSettings, JudgeNumber> & Record<JudgeNumber, number | null>;

export const SAMPLED_COUNTS = [0, ...JUDGEMENT_COUNTS] as const;
const LEVELS = wordProblems.levels.map(({ level }) => level);
const NUMBERS = Object.keys(JUDGE_NUMBERS) as JudgeNumber[];
const KNOWN = new Set([...NUMBERS, "level", "judge", "k", "run"]);

/** Reads a link. What is unknown or not allowed keeps its default and is complained of by name. */
export function readJudgeLink(params: URLSearchParams, defaults: JudgeSettings, judges: readonly string[]) {
  const link = new LinkReader(params);
  const settings = { ...defaults };
  for (const name of NUMBERS) {
    const text = link.checked(name, name, (value) => complain(JUDGE_NUMBERS[name], value));
    if (text !== undefined) settings[name] = Number(text);
  }
  settings.level = link.oneOf("level", LEVELS, Number) ?? defaults.level;
  settings.judge = link.oneOf("judge", judges) ?? defaults.judge;
  settings.sampled = link.oneOf("k", SAMPLED_COUNTS, Number) ?? defaults.sampled;
  const run = link.run();
  link.complainOfOthers(KNOWN);
  return { settings, complaints: link.complaints, run };
}

/** Only what differs from the defaults. Imported pairs are in no link. */
export function judgeLink(settings: JudgeDraft, defaults: JudgeSettings, { run = false } = {}): string {
  const params = new URLSearchParams();
  if (settings.level !== null && settings.level !== defaults.level) params.set("level", `${settings.level}`);
  for (const name of NUMBERS) {
    const value = settings[name];
    if (value !== null && value !== defaults[name]) params.set(name, `${value}`);
  }
  if (settings.judge !== defaults.judge) params.set("judge", settings.judge);
  if (settings.sampled !== defaults.sampled) params.set("k", `${settings.sampled}`);
  if (run) params.set("run", "1");
  const query = params.toString().replaceAll("%3A", ":");
  return query ? `#/judge?${query}` : "#/judge";
}
