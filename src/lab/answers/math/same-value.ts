import { givesResult, isAssignment, isEquation, isScalar, result } from "./assignment";
import { variables } from "./expression";
import { best, type Outcome } from "./outcome";
import { sameCollection, sameMatrix } from "./same-collection";
import { sameRegion } from "./same-region";
import { asInterval } from "./region";
import { sameRelation } from "./same-relation";
import { sameScalar } from "./same-scalar";
import { shown } from "./shown";
import type { Collection, Interval, Relation, SetOperation, Value } from "./value";
import { wordsKey } from "./words";

/**
 * Whether an answer says what the expected one says. Names may be left out (`x = 3` and `3`), as the expected answer has
 * them or not; apart from that the order of the two does not matter.
 */
export function sameValue(gold: Value, answer: Value): Outcome {
  if (givesResult(answer) && !isEquation(gold)) return sameValue(gold, result(answer));
  if (isAssignment(gold) && !isEquation(answer)) return sameValue(result(gold), answer);
  if (gold.kind === "words" || answer.kind === "words") return sameWords(gold, answer);
  if (gold.kind === "scalar" && answer.kind === "scalar") return sameScalar(gold, answer);
  if (gold.kind === "matrix" || answer.kind === "matrix") return withMatrix(gold, answer);
  if (gold.kind === "relation" && answer.kind === "relation") {
    const direct = sameRelation(gold, answer, sameValue);
    if (direct.same || isEquation(gold) || isEquation(answer)) return direct;
    const aboutTheSame = [...variablesOf(gold)].sort().join() === [...variablesOf(answer)].sort().join();
    return aboutTheSame ? best([direct, sameRegion(gold, answer) ?? direct]) : direct;
  }
  if (isCollection(gold) && isCollection(answer)) return sameCollection(gold, answer, sameValue);
  const [a, b] = [asInterval(gold), asInterval(answer)];
  if (a.kind === "interval" && b.kind === "interval") return sameInterval(a, b);
  if (isOperation(a) && isOperation(b) && a.kind === b.kind) {
    const parts = sameCollection(asSet(a), asSet(b), sameValue);
    if (parts.same) return parts;
  }
  if (gold.kind === "set" && answer.kind === "scalar") return sameCollection(gold, asSet(answer), sameValue);
  if (gold.kind === "scalar" && answer.kind === "set") return sameCollection(asSet(gold), answer, sameValue);
  // What solves an equation is not looked for.
  if (isEquation(gold) || isEquation(answer)) return unlike(gold, answer);
  return sameRegion(gold, answer) ?? unlike(gold, answer);
}

const variablesOf = ({ sides }: Relation) =>
  new Set(sides.flatMap((side) => (isScalar(side) ? [...variables(side.expression)] : [])));

function sameWords(gold: Value, answer: Value): Outcome {
  const [a, b] = [wordsKey(gold.text), wordsKey(answer.text)];
  const same = a !== "" && (a === b || a.replaceAll(" ", "") === b.replaceAll(" ", ""));
  const [ours, theirs] = [shown(gold.text), shown(answer.text)];
  if (!same) return { same, why: `“${theirs}” is not “${ours}”` };
  return { same, why: `both are “${ours}”` };
}

function sameInterval(gold: Interval, answer: Interval): Outcome {
  const ends = [sameScalar(gold.from, answer.from), sameScalar(gold.to, answer.to)];
  const apart = ends.find(({ same }) => same !== true);
  if (apart) return { same: apart.same, why: `its end: ${apart.why}` };
  const [ours, theirs] = [shown(gold.text), shown(answer.text)];
  const same = gold.fromOpen === answer.fromOpen && gold.toOpen === answer.toOpen;
  if (!same) return { same, why: `of ${ours} and ${theirs} one holds an end that the other does not` };
  return { same, why: `${ours} and ${theirs} have the same ends`, steps: ends.map(({ why }) => why) };
}

/** A column or a row is a tuple. */
function withMatrix(gold: Value, answer: Value): Outcome {
  if (gold.kind === "matrix" && answer.kind === "matrix") return sameMatrix(gold, answer, sameScalar);
  const [a, b] = [asTuple(gold), asTuple(answer)];
  return a && b ? sameCollection(a, b, sameValue) : unlike(gold, answer);
}

function asTuple(value: Value): Collection | null {
  if (value.kind === "tuple") return value;
  if (value.kind !== "matrix" || (value.rows.length > 1 && value.rows[0]!.length > 1)) return null;
  return { kind: "tuple", text: value.text, elements: value.rows.flat() };
}

const isCollection = (value: Value): value is Collection => value.kind === "set" || value.kind === "tuple";
const isOperation = (value: Value): value is SetOperation =>
  value.kind === "union" || value.kind === "intersection" || value.kind === "difference";
const asSet = (value: Value): Collection => ({
  kind: "set",
  text: value.text,
  elements: isOperation(value) ? value.parts : [value],
});

const KINDS: Record<Value["kind"], string> = {
  scalar: "a number or expression",
  words: "words",
  set: "a list or set",
  tuple: "a tuple",
  interval: "an interval",
  union: "a set",
  intersection: "a set",
  difference: "a set",
  matrix: "a matrix",
  relation: "a relation",
};

function unlike(gold: Value, answer: Value): Outcome {
  return {
    same: false,
    why: `${shown(gold.text)} is ${KINDS[gold.kind]}, ${shown(answer.text)} ${KINDS[answer.kind]}`,
  };
}
