import { isFinite, size } from "./complex";
import { type Evaluated } from "./evaluate";
import type { Expression } from "./expression";
import { all, best, type Outcome, type Same } from "./outcome";
import { isAssignment, isScalar, result } from "./assignment";
import { samples } from "./samples";
import { shown } from "./shown";
import type { Comparison, Relation, Value } from "./value";

const TURNED: Record<Comparison, Comparison> = { "<": ">", ">": "<", "≤": "≥", "≥": "≤", "=": "=", "≠": "≠" };

/** Equations and inequalities: side by side, read from the other end, or as multiples of each other. */
export function sameRelation(gold: Relation, answer: Relation, same: Same<Value>): Outcome {
  const [ours, theirs] = [shortened(gold), shortened(answer)];
  const tried = [bySides(ours, theirs, same), bySides(ours, turned(theirs), same)];
  if (ours.sides.length === 2 && theirs.sides.length === 2) tried.push(asMultiples(ours, theirs));
  const found = best(tried);
  return found.same ? found : { same: found.same, why: `${shown(gold.text)} is not ${shown(answer.text)}` };
}

/** Of `x = 2 + 1 = 3`, `x = 3`. */
function shortened(relation: Relation): Relation {
  if (!isAssignment(relation) || relation.sides.length === 2) return relation;
  return { ...relation, sides: [relation.sides[0]!, result(relation)], comparisons: ["="] };
}

function turned(relation: Relation): Relation {
  const comparisons = relation.comparisons.map((comparison) => TURNED[comparison]).reverse();
  return { ...relation, sides: [...relation.sides].reverse(), comparisons };
}

function bySides(gold: Relation, answer: Relation, same: Same<Value>): Outcome {
  const signs = gold.comparisons.join() === answer.comparisons.join();
  if (!signs) return { same: false, why: `${shown(gold.text)} is not ${shown(answer.text)}` };
  return all(
    gold.sides.map((side, i) => same(side, answer.sides[i]!)),
    `${shown(gold.text)} says the same as ${shown(answer.text)}`,
  );
}

/** `a < b` and `c < d` are the same if `a - b` is everywhere the same positive multiple of `c - d`; equations, of any sign. */
function asMultiples(gold: Relation, answer: Relation): Outcome {
  const no = { same: false, why: `${shown(gold.text)} is not ${shown(answer.text)}` };
  const [ours, theirs] = [difference(gold), difference(answer)];
  if (!ours || !theirs) return no;
  const factor = constantRatio(samples(ours), samples(theirs));
  if (factor === null) return no;
  const sign = factor > 0 ? answer.comparisons[0]! : TURNED[answer.comparisons[0]!];
  if (sign !== gold.comparisons[0]) return no;
  return { same: true, why: `${shown(gold.text)} is a multiple of ${shown(answer.text)}` };
}

function difference({ sides: [left, right] }: Relation): Expression | null {
  if (!isScalar(left) || !isScalar(right)) return null;
  return { head: "Subtract", args: [left.expression, right.expression] };
}

/** Needs two points at least: at one, any two numbers have a ratio. */
function constantRatio(ours: Evaluated[], theirs: Evaluated[]): number | null {
  let factor: number | null = null;
  let compared = 0;
  for (const [i, { value: a }] of ours.entries()) {
    const b = theirs[i]?.value;
    if (!b || !isFinite(a) || !isFinite(b) || size(b) === 0 || a.im !== 0 || b.im !== 0) continue;
    factor ??= a.re / b.re;
    compared++;
    if (Math.abs(a.re - factor * b.re) > 1e-9 * Math.max(Math.abs(a.re), Math.abs(factor * b.re)))
      return null;
  }
  return factor === 0 || compared < 2 ? null : factor;
}
