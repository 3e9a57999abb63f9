import { all, type Outcome, type Same } from "./outcome";
import { shown } from "./shown";
import type { Collection, Matrix, Scalar, Value } from "./value";

/** Tuples by place; sets by finding for each element an equal one. A set written in a tuple's order is that tuple. */
export function sameCollection(gold: Collection, answer: Collection, same: Same<Value>): Outcome {
  if (answer.kind === "tuple" && gold.elements.length !== answer.elements.length)
    return lengths(gold, answer);
  if (gold.kind === "set") return sameMembers(gold, answer, same);
  if (gold.elements.length !== answer.elements.length) return lengths(gold, answer);
  const outcomes = gold.elements.map((element, i) => same(element, answer.elements[i]!));
  return all(outcomes, `every part of ${shown(gold.text)} and ${shown(answer.text)} is equal`);
}

/** Elements that repeat count once. */
function sameMembers(gold: Collection, answer: Collection, same: Same<Value>): Outcome {
  const steps: string[] = [];
  let unclear = false;
  const lacks = (element: Value, others: Value[], swapped: boolean) =>
    !others.some((other) => {
      const outcome = swapped ? same(other, element) : same(element, other);
      if (outcome.same === null) unclear = true;
      if (outcome.same && !swapped) steps.push(outcome.why);
      return outcome.same;
    });
  const missing = gold.elements.find((element) => lacks(element, answer.elements, false));
  const extra = answer.elements.find((element) => lacks(element, gold.elements, true));
  if (!missing && !extra) return { same: true, why: `they have the same elements`, steps };
  if (unclear) return { same: null, why: `elements of ${shown(gold.text)} cannot be compared` };
  if (gold.elements.length !== answer.elements.length) return lengths(gold, answer);
  const which = missing
    ? `${shown(missing.text)} is not in ${shown(answer.text)}`
    : `${shown(extra!.text)} is not in ${shown(gold.text)}`;
  return { same: false, why: which };
}

function lengths(gold: Collection, answer: Collection): Outcome {
  const count = ({ elements }: Collection) =>
    elements.length === 1 ? "1 element" : `${elements.length} elements`;
  return {
    same: false,
    why: `${shown(gold.text)} has ${count(gold)}, ${shown(answer.text)} has ${count(answer)}`,
  };
}

export function sameMatrix(gold: Matrix, answer: Matrix, same: Same<Scalar>): Outcome {
  const shape = ({ rows }: Matrix) => `${rows.length} × ${rows[0]!.length}`;
  if (shape(gold) !== shape(answer))
    return { same: false, why: `one matrix is ${shape(gold)}, the other ${shape(answer)}` };
  const others = answer.rows.flat();
  const outcomes = gold.rows.flat().map((entry, i) => same(entry, others[i]!));
  return all(outcomes, `all ${others.length} entries are equal`);
}
