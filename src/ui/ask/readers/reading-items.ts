import type { Sample } from "../../../../workers/protocol";
import type { RoleExchange } from "../../../app/reading/readings.svelte";
import { extractAnswer } from "../../../lab/answers/extract";
import type { Reading, Role } from "../../../lab/lab";
import { scoreOf } from "../../../lab/methods/judging/score";
import { verdictOf } from "../../../lab/methods/judging/verdict";

/** One reading as the panel lists it. */
export interface ReadingItem {
  key: number;
  /** What was read. */
  title: string;
  /** What came of it, in a few words. */
  came: string;
  prompt: string;
  sample: Sample;
}

const MATCH = /^([\s\S]*) against ([\s\S]*)$/;

/** `numbers`: of the samples that were read, in order, as the page counts them. */
export function readingItems(readings: readonly Reading[], numbers: readonly number[]): ReadingItem[] {
  return readings.map(({ role, of, prompt, sample }, key) => {
    const place = /^#(\d+)$/.exec(of)?.[1];
    const title = place ? `Sample ${numbers[Number(place) - 1] ?? place}` : of;
    return { key, title, came: whatCame(role, of, sample), prompt, sample };
  });
}

/** Of a method that is not at its end, so that nobody has said yet what they are of. */
export function exchangeItems(exchanges: readonly RoleExchange[]): ReadingItem[] {
  return exchanges.flatMap(({ role, prompt, samples }, at) =>
    samples.map((sample, i) => ({
      key: at * 100 + i,
      title: `${role === "judge" ? "Judge" : "Aggregator"}, ${at + 1}`,
      came: whatCame(role, "", sample),
      prompt,
      sample,
    })),
  );
}

function whatCame(role: Role, of: string, { text }: Sample): string {
  if (role === "aggregator") return answerOf(text);
  const [, a, b] = MATCH.exec(of) ?? [];
  const verdict = verdictOf(text);
  if (verdict) return `prefers ${(verdict === "A" ? a : b) ?? verdict}`;
  const score = scoreOf(text);
  if (score !== null) return `scores ${score}`;
  return a === undefined ? "no score" : "no verdict";
}

/** The number of the attempt that it picks, or the answer that it writes. */
function answerOf(text: string): string {
  const picked = /^\s*#(\d+)\s*$/.exec(text)?.[1];
  if (picked) return `picks #${picked}`;
  const answer = extractAnswer(text);
  return answer ? `answers ${answer.text}` : "no answer";
}
