import { percent, percentWithin, significant } from "../../metrics/in-words";
import type { Estimate } from "../../metrics/interval";
import { wilson } from "../../metrics/wilson";
import { inWords, OF_ALL, SCORE_LABELS } from "./score-labels";

/** Some of a card's scores, and what they are scores of. */
export interface ScoreTable {
  /** "500 held-out problems of level 3, 16 attempts each, temperature 0.8". */
  of: string;
  rows: readonly { key: string; label: string; value: string }[];
}

type Scores = Readonly<Record<string, unknown>>;

/** What a card's scores say: a policy's reports, one for each setting, or a role's numbers by name. Whatever is no number is left out. */
export function scoreTables(scores: Scores = {}): readonly ScoreTable[] {
  const reports = Array.isArray(scores.results) ? scores.results.filter(isRecord) : [];
  const tables =
    reports.length > 0
      ? reports.map((report) => tableOf(recordAt(report, "summary"), scores, recordAt(report, "setting")))
      : [tableOf(scores, scores, {})];
  return tables.filter(({ rows }) => rows.length > 0);
}

/** These say of what the scores are, and are none. */
const CIRCUMSTANCES = new Set(["count", "n", "level", "seed", "temperature", "topP", "maxTokens"]);

function tableOf(numbers: Scores, set: Scores, setting: Scores): ScoreTable {
  const count = typeof numbers.count === "number" ? numbers.count : 0;
  const isEndOf = (key: string) => /(Low|High)$/.test(key) && key.replace(/(Low|High)$/, "") in numbers;
  const rows = Object.entries(numbers).flatMap(([key, score]) => {
    const value = CIRCUMSTANCES.has(key) || isEndOf(key) ? null : valueOf(key, score, numbers, count);
    return value === null ? [] : [{ key, label: SCORE_LABELS[key] ?? inWords(key), value }];
  });
  const { level, n } = set;
  const of = [
    count > 0 && `${count.toLocaleString("en")} held-out ${thingsOf(numbers)}`,
    typeof level === "number" && `level ${level}`,
    typeof n === "number" && `${n} attempts each`,
    typeof setting.temperature === "number" && `temperature ${setting.temperature}`,
  ];
  return { of: of.filter(Boolean).join(", "), rows };
}

function thingsOf(numbers: Scores): string {
  if ("flipRate" in numbers) return "pairs";
  return "unseenConcepts" in numbers ? "pictures a language" : "problems";
}

function valueOf(key: string, score: unknown, all: Scores, count: number): string | null {
  if (isEstimate(score)) return percentWithin(score);
  if (typeof score !== "number" || !Number.isFinite(score)) return null;
  const [low, high] = [all[`${key}Low`], all[`${key}High`]];
  if (key === "diff" || key.endsWith("Diff")) return points(score, low, high);
  if (typeof low === "number" && typeof high === "number") return percentWithin({ value: score, low, high });
  if (key === "auc") return score.toFixed(3);
  if (OF_ALL.has(key) && count > 0) return percentWithin(wilson(score * count, count));
  return score >= 0 && score <= 1 ? percent(score) : significant(score);
}

/** A difference of shares, in points: "+3.1 [0.4, 5.8]". */
function points(value: number, low: unknown, high: unknown): string {
  const said = (share: number) => (100 * share).toFixed(1).replace("-", "−");
  const ends = typeof low === "number" && typeof high === "number" ? ` [${said(low)}, ${said(high)}]` : "";
  return `${value > 0 ? "+" : ""}${said(value)} points${ends}`;
}

const isRecord = (value: unknown): value is Scores => typeof value === "object" && value !== null;
const recordAt = (record: Scores, key: string): Scores => (isRecord(record[key]) ? record[key] : {});

const isEstimate = (value: unknown): value is Estimate =>
  isRecord(value) && ["value", "low", "high"].every((key) => typeof value[key] === "number");
