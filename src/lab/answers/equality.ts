import type { Decision } from "./decision";
import { plainAnswer, type PlainAnswer, quickDecision } from "./quick-decision";
import { findAnswer } from "./math/find-answer";
import { LIMITS } from "./math/limits";
import { best, type Outcome } from "./math/outcome";
import { readings } from "./math/readings";
import { sameValue } from "./math/same-value";
import type { Value } from "./math/value";
import { shown } from "./math/shown";

const MOST_STEPS = 12;

/**
 * Compares what two texts give as their answer, as mathematics. Symmetric but for names: `x = 3` is what `3` asks for.
 * Not transitive: 0.333333 is 1/3, and so is 0.3333333. Never throws; takes at most some tens of milliseconds.
 */
export function decide(gold: string, answer: string): Decision {
  try {
    const [ours, theirs] = [prepared(gold), prepared(answer)];
    const quick = quickDecision(ours, theirs);
    if (quick) return quick;
    if (ours.values.length === 0) return unread(ours.text);
    if (theirs.values.length === 0) return unread(theirs.text);
    return decision(best(ours.values.flatMap((one) => theirs.values.map((other) => sameValue(one, other)))));
  } catch {
    return { verdict: "not comparable", because: "comparing them failed", steps: [] }; // Never seen; a wrong verdict would be worse.
  }
}

interface Prepared extends PlainAnswer {
  values: Value[];
}

/** Answers of the last comparisons: one is often compared with many, and reading takes longer than comparing. */
const known = new Map<string, Prepared>();
const MOST_KNOWN = 500;

function prepared(text: string): Prepared {
  const before = known.get(text);
  if (before) return before;
  const answer = findAnswer(text);
  const all = { ...plainAnswer(answer), values: readings(answer) };
  if (known.size >= MOST_KNOWN) known.clear();
  if (text.length <= LIMITS.answer) known.set(text, all);
  return all;
}

function unread(text: string): Decision {
  const because = text.trim() === "" ? "there is no answer" : `${shown(text)} is not understood`;
  return { verdict: "not comparable", because, steps: [] };
}

function decision({ same, why, steps = [] }: Outcome): Decision {
  const verdict = same === null ? "not comparable" : same ? "equal" : "different";
  return { verdict, because: why, steps: steps.slice(0, MOST_STEPS) };
}
