import { add, negate, written } from "../rational";
import { isFinite, isReal, size, subtract } from "./complex";
import type { Evaluated } from "./evaluate";
import { exactValue } from "./exact";
import { infiniteSign, isDecimal, isNumber } from "./expression";
import type { Outcome } from "./outcome";
import { POINTS, samples } from "./samples";
import { shown, shownNumber } from "./shown";
import { toNumber } from "./to-number";
import type { Scalar } from "./value";

/** A decimal is the number that it is rounded from, if they agree to six places: half of the sixth. */
const HALF_SIXTH_PLACE = 5e-7;
/** Doubles are certain to 15 digits; what is calculated with them to about ten. */
const RELATIVE = 1e-10;
/** Of the largest numbers added on the way. */
const CANCELLED = 1e-13;

/** Compares exactly where both are rational, otherwise in doubles, at fixed points of their variables. */
export function sameScalar(gold: Scalar, answer: Scalar): Outcome {
  const infinite = [infiniteSign(gold.expression), infiniteSign(answer.expression)] as const;
  if (infinite[0] !== 0 || infinite[1] !== 0) return verdict(infinite[0] === infinite[1], gold, answer);
  const decimal = isDecimal(unscaled(gold)) || isDecimal(unscaled(answer));
  const [a, b] = [exactValue(gold.expression), exactValue(answer.expression)];
  if (a && b) {
    const apart = add(a, negate(b));
    if (apart.numerator === 0n) return verdict(true, gold, answer, short(written(a)));
    const near = decimal && Math.abs(toNumber(apart)) <= HALF_SIXTH_PLACE;
    return near ? rounded(gold, answer) : verdict(false, gold, answer);
  }
  return sameAtPoints(gold, answer, decimal);
}

function sameAtPoints(gold: Scalar, answer: Scalar, decimal: boolean): Outcome {
  const [ours, theirs] = [samples(gold.expression), samples(answer.expression)];
  const count = Math.max(ours.length, theirs.length);
  let compared = 0;
  let near = false;
  for (let i = 0; i < count; i++) {
    const [a, b] = [ours[i] ?? ours[0]!, theirs[i] ?? theirs[0]!];
    if (!isFinite(a.value) || !isFinite(b.value)) continue;
    compared++;
    if (agree(a, b)) continue;
    if (!decimal || size(subtract(a.value, b.value)) > HALF_SIXTH_PLACE) return unlike(gold, answer, a, b);
    near = true;
  }
  if (compared === 0)
    return {
      same: null,
      why: `${shown(gold.text)} or ${shown(answer.text)} has no value that can be calculated`,
    };
  if (near) return rounded(gold, answer);
  return verdict(true, gold, answer, count === POINTS ? "for all values tried" : valueOf(ours[0]!));
}

/** Whether two values are the same as far as doubles can tell. */
export function agree(a: Evaluated, b: Evaluated): boolean {
  const apart = size(subtract(a.value, b.value));
  const scale = Math.max(size(a.value), size(b.value));
  return apart <= RELATIVE * scale || apart <= CANCELLED * Math.max(a.largest, b.largest);
}

/** Of a percentage, the number before the sign. */
function unscaled({ expression }: Scalar) {
  if (!("head" in expression) || expression.head !== "Multiply" || expression.args.length !== 2)
    return expression;
  const [number, hundredth] = expression.args;
  return isNumber(hundredth!) && hundredth.number.denominator === 100n ? number! : expression;
}

function verdict(same: boolean, gold: Scalar, answer: Scalar, value?: string): Outcome {
  const [a, b] = [shown(gold.text), shown(answer.text)];
  if (!same) return { same, why: `${a} ≠ ${b}` };
  if (a === b) return { same, why: `both are ${a}` };
  const steps = value !== undefined && value !== a && value !== b ? [`both are ${value}`] : [];
  return {
    same,
    why: `${a} = ${b}`,
    steps: value === "for all values tried" ? [`the same ${value}`] : steps,
  };
}

function rounded(gold: Scalar, answer: Scalar): Outcome {
  return { same: true, why: `${shown(gold.text)} = ${shown(answer.text)} to six decimal places` };
}

function unlike(gold: Scalar, answer: Scalar, a: Evaluated, b: Evaluated): Outcome {
  const outcome = verdict(false, gold, answer);
  const constant = samples(gold.expression).length === 1 && samples(answer.expression).length === 1;
  return constant ? { ...outcome, steps: [`one is ${valueOf(a)}, the other ${valueOf(b)}`] } : outcome;
}

function valueOf({ value }: Evaluated): string {
  if (isReal(value)) return shownNumber(value.re);
  return `${shownNumber(value.re)} ${value.im < 0 ? "-" : "+"} ${shownNumber(Math.abs(value.im))}i`;
}

const short = (number: string) => (number.length > 30 ? `${number.slice(0, 29)}…` : number);
