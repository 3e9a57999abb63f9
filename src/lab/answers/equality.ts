import type { Decision } from "./decision";
import { quickDecision } from "./quick-decision";
import { findAnswer } from "./math/find-answer";
import { best, type Outcome } from "./math/outcome";
import { readings } from "./math/readings";
import { sameValue } from "./math/same-value";
import { shown } from "./math/shown";

const MOST_STEPS = 12;

/**
 * Compares what two texts give as their answer, as mathematics. Symmetric but for names: `x = 3` is what `3` asks for.
 * Not transitive: 0.333333 is 1/3, and so is 0.3333333. Never throws; takes at most some tens of milliseconds.
 */
export function decide(gold: string, answer: string): Decision {
  try {
    const [expected, given] = [findAnswer(gold), findAnswer(answer)];
    const quick = quickDecision(expected, given);
    if (quick) return quick;
    const [ours, theirs] = [readings(expected), readings(given)];
    if (ours.length === 0) return unread(expected);
    if (theirs.length === 0) return unread(given);
    return decision(best(ours.flatMap((one) => theirs.map((other) => sameValue(one, other)))));
  } catch {
    return { verdict: "not comparable", because: "comparing them failed", steps: [] }; // Never seen; a wrong verdict would be worse.
  }
}

function unread(text: string): Decision {
  const because = text.trim() === "" ? "there is no answer" : `${shown(text)} is not understood`;
  return { verdict: "not comparable", because, steps: [] };
}

function decision({ same, why, steps = [] }: Outcome): Decision {
  const verdict = same === null ? "not comparable" : same ? "equal" : "different";
  return { verdict, because: why, steps: steps.slice(0, MOST_STEPS) };
}
