import { extractAnswer } from "../answers/extract";
import { attemptText } from "../methods/aggregation/attempt-text";
import { pick, type Random } from "../random";

/** Two solutions of one problem, exactly one of them right. */
export interface JudgePair {
  better: string;
  worse: string;
}

/** Something a policy wrote, and whether its answer is right. */
export interface MarkedSample {
  text: string;
  right: boolean;
}

const LONGER = 1.2;

/** Two that give an answer, and of which neither is a fifth longer than the other; null where the problem has none. */
export function drawPair(
  random: Random,
  { samples }: { samples: readonly MarkedSample[] },
): JudgePair | null {
  const parsed = samples
    .filter(({ text }) => extractAnswer(text))
    .map(({ text, right }) => ({ text: attemptText(text), right }));
  const better = parsed.filter(({ right }) => right);
  const worse = parsed.filter(({ right }) => !right);
  const pairs = better.flatMap((a) =>
    worse.filter((b) => areAlike(a.text, b.text)).map((b) => ({ better: a.text, worse: b.text })),
  );
  return pairs.length ? pick(random, pairs) : null;
}

const areAlike = (a: string, b: string) =>
  Math.max(a.length, b.length) <= LONGER * Math.min(a.length, b.length);
