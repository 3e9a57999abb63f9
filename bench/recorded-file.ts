import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { integer, seededRandom } from "../src/lab/random";

const SAMPLES = 16;
const random = seededRandom("imports");
const words =
  "so that the sum of both parts is then taken away from what was left before it was halved again".split(" ");

function solution(answer: number): string {
  const steps = Array.from({ length: 120 }, () => words[integer(random, 0, words.length - 1)]!).join(" ");
  return `${steps}.\nSo the answer is \\boxed{${answer}}.`;
}

function row(i: number, format: "jsonl" | "csv"): string {
  const [question, answer] = [`Problem ${i}, "in quotes", of some length?`, integer(random, 0, 99)];
  const solutions = Array.from({ length: SAMPLES }, () =>
    solution(random() < 0.5 ? answer : integer(random, 0, 99)),
  );
  const scores = solutions.map(() => +random().toFixed(4));
  if (format === "jsonl") return `${JSON.stringify({ question, answer: `${answer}`, solutions, scores })}\n`;
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return `${[question, `${answer}`, JSON.stringify(solutions), JSON.stringify(scores)].map(quoted).join(",")}\r\n`;
}

/** Writes a generated file of recorded samples, of which the answers are to be taken from the solutions. */
export async function writeRecordedFile(path: string, format: "jsonl" | "csv", bytes: number): Promise<void> {
  const out = createWriteStream(path);
  if (format === "csv") out.write("question,answer,solutions,scores\r\n");
  for (let [i, written] = [0, 0]; written < bytes; i++) {
    const text = row(i, format);
    written += text.length;
    if (!out.write(text)) await once(out, "drain");
  }
  out.end();
  await once(out, "close");
}
