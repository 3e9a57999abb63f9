import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { integer, seededRandom } from "../src/lab/random";

export const RECORDED_FORMATS = ["jsonl", "csv", "list", "per-sample"] as const;
export type RecordedFormat = (typeof RECORDED_FORMATS)[number];

const SAMPLES = 16;
/** Of a row per sample. */
const SAMPLE_BYTES = 780;
const random = seededRandom("imports");
const words =
  "so that the sum of both parts is then taken away from what was left before it was halved again".split(" ");

function solution(answer: number): string {
  const steps = Array.from({ length: 120 }, () => words[integer(random, 0, words.length - 1)]!).join(" ");
  return `${steps}.\nSo the answer is \\boxed{${answer}}.`;
}

/** The samples of a problem lie as far apart as they can. */
function sampleRow(i: number, problems: number): string {
  const problem = i % problems;
  const response = solution(random() < 0.5 ? problem % 100 : integer(random, 0, 99));
  return `${JSON.stringify({ question: `Problem ${problem}?`, answer: problem % 100, response, score: random() })}\n`;
}

function problemRow(i: number, format: RecordedFormat): string {
  const [question, answer] = [`Problem ${i}, "in quotes", of some length?`, integer(random, 0, 99)];
  const solutions = Array.from({ length: SAMPLES }, () =>
    solution(random() < 0.5 ? answer : integer(random, 0, 99)),
  );
  const scores = solutions.map(() => +random().toFixed(4));
  const json = JSON.stringify({ question, answer: `${answer}`, solutions, scores });
  if (format === "list") return `${i === 0 ? "[" : ", "}${json}`;
  if (format === "jsonl") return `${json}\n`;
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return `${[question, `${answer}`, JSON.stringify(solutions), JSON.stringify(scores)].map(quoted).join(",")}\r\n`;
}

/** Writes a generated file of recorded samples, of which the answers are to be taken from the solutions. */
export async function writeRecordedFile(path: string, format: RecordedFormat, bytes: number): Promise<void> {
  const out = createWriteStream(path);
  const problems = Math.max(1, Math.round(bytes / (SAMPLES * SAMPLE_BYTES)));
  if (format === "csv") out.write("question,answer,solutions,scores\r\n");
  for (let [i, written] = [0, 0]; written < bytes; i++) {
    const text = format === "per-sample" ? sampleRow(i, problems) : problemRow(i, format);
    written += text.length;
    if (!out.write(text)) await once(out, "drain");
  }
  out.end(format === "list" ? "]" : "");
  await once(out, "close");
}
