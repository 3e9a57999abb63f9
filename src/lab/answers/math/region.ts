import { isScalar } from "./assignment";
import { complex, isReal } from "./complex";
import { evaluate } from "./evaluate";
import { type Expression, infiniteSign, isCall, variables } from "./expression";
import type { Comparison, Interval, Relation, Scalar, SetOperation, Value } from "./value";

/** A set of real numbers: which ones it holds, and where that may change. */
export interface Region {
  holds: (x: number) => boolean;
  edges: number[];
}

/** Two doubles are taken as equal below this, so that the edge of `x^2 < 3` is where that of `(-√3, √3)` is. */
const NEAR = 1e-9;

/** The real numbers that an answer describes; null if it describes none, or they depend on more than one variable. */
export function regionOf(value: Value): Region | null {
  if (value.kind === "interval") return ofInterval(value);
  if (value.kind === "set") return ofMembers(value.elements);
  if (value.kind === "scalar") return ofMembers([value]);
  if (value.kind === "relation") return ofName(value) ?? ofRelation(value);
  if (value.kind === "union" || value.kind === "intersection" || value.kind === "difference")
    return ofParts(value);
  return null;
}

function ofInterval({ from, to, fromOpen, toOpen }: Interval): Region | null {
  const [start, end] = [numberOf(from), numberOf(to)];
  if (start === null || end === null) return null;
  const after = fromOpen ? "<" : "≤";
  const before = toOpen ? "<" : "≤";
  return {
    holds: (x) => compare(start, after, x) && compare(x, before, end),
    edges: [start, end].filter(Number.isFinite),
  };
}

function ofMembers(elements: Value[]): Region | null {
  const edges = elements.map((element) => (isScalar(element) ? numberOf(element) : null));
  if (!edges.every((edge) => edge !== null)) return null;
  return { holds: (x) => edges.some((edge) => compare(x, "=", edge)), edges };
}

function ofParts({ kind, parts }: SetOperation): Region | null {
  const regions = parts.map((part) => regionOf(asInterval(part)));
  if (!regions.every((region) => region !== null)) return null;
  const edges = regions.flatMap((region) => region.edges);
  if (kind === "union") return { holds: (x) => regions.some((region) => region.holds(x)), edges };
  if (kind === "intersection") return { holds: (x) => regions.every((region) => region.holds(x)), edges };
  const [from, ...removed] = regions;
  return { holds: (x) => from!.holds(x) && !removed.some((region) => region.holds(x)), edges };
}

/** `(0, 1)` among sets is an interval. */
export function asInterval(value: Value): Value {
  if (value.kind !== "tuple" || value.elements.length !== 2) return value;
  const [from, to] = value.elements;
  if (!isScalar(from) || !isScalar(to)) return value;
  return { kind: "interval", text: value.text, from, to, fromOpen: true, toOpen: true };
}

/** `0 < f(x) < 1` says where `f(x)` lies, whatever it is: the one side that is no number. */
function ofName({ sides, comparisons }: Relation): Region | null {
  const at = sides.findIndex((side) => isScalar(side) && numberOf(side) === null);
  const name = sides[at];
  if (!isScalar(name) || (variables(name.expression).size === 1 && !callsUnknown(name.expression)))
    return null;
  const bounds = sides.map((side) => (isScalar(side) ? numberOf(side) : null));
  if (bounds.filter((bound) => bound === null).length !== 1) return null;
  return {
    holds: (x) =>
      chain(
        bounds.map((bound) => bound ?? x),
        comparisons,
      ),
    edges: finite(bounds),
  };
}

function ofRelation({ sides, comparisons }: Relation): Region | null {
  if (!sides.every(isScalar)) return null;
  const names = new Set(sides.flatMap((side) => [...variables(side.expression)]));
  if (names.size !== 1 || sides.some((side) => callsUnknown(side.expression))) return null;
  const at = (side: Scalar, x: number) => {
    const sign = infiniteSign(side.expression);
    if (sign !== 0) return sign * Infinity;
    const { value } = evaluate(side.expression, () => complex(x));
    return isReal(value) ? value.re : NaN;
  };
  const edges = finite(sides.map(numberOf));
  return {
    holds: (x) =>
      chain(
        sides.map((side) => at(side, x)),
        comparisons,
      ),
    edges: edges.flatMap((e) => [e, -e]),
  };
}

/** Whether a function without a meaning occurs: `f(1) < f(2)` says nothing of a number. */
function callsUnknown(expression: Expression): boolean {
  return isCall(expression) && (expression.head === "Call" || expression.args.some(callsUnknown));
}

const finite = (bounds: (number | null)[]) =>
  bounds.filter((bound) => bound !== null && Number.isFinite(bound)) as number[];

function chain(values: number[], comparisons: Comparison[]): boolean {
  return comparisons.every((comparison, i) => compare(values[i]!, comparison, values[i + 1]!));
}

function compare(a: number, comparison: Comparison, b: number): boolean {
  const apart = Math.abs(a - b);
  const equal = a === b || (apart < Infinity && apart <= NEAR * Math.max(1, Math.abs(a), Math.abs(b)));
  if (comparison === "=") return equal;
  if (comparison === "≠") return !equal && !Number.isNaN(a - b);
  if (comparison === "<") return a < b && !equal;
  if (comparison === ">") return a > b && !equal;
  return equal || (comparison === "≤" ? a < b : a > b);
}

/** A constant's value, infinities included; null where it has variables or is not real. */
function numberOf(value: Value): number | null {
  if (!isScalar(value) || variables(value.expression).size > 0) return null;
  const sign = infiniteSign(value.expression);
  if (sign !== 0) return sign * Infinity;
  const found = evaluate(value.expression, () => complex(NaN)).value;
  return isReal(found) && Number.isFinite(found.re) ? found.re : null;
}
