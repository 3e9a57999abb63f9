import type { Decision } from "../../lab/answers/decision";
import type { Case } from "./cases";

const LONGEST = 200;

/** What was expected of a case, what was found and why, and the ends of its texts, where answers stand. */
export function disagreement({ line, gold, pred, expected }: Case, { verdict, because }: Decision): string {
  const end = (text: string) => JSON.stringify(text.length > LONGEST ? `…${text.slice(-LONGEST)}` : text);
  const should = expected ? "equal" : "not equal";
  return `line ${line} should be ${should}, but is ${verdict}: ${because}\n  gold ${end(gold)}\n  pred ${end(pred)}`;
}
