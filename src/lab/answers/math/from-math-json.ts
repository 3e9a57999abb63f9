import type { MathJsonExpression } from "@cortex-js/compute-engine/latex-syntax";
import { type Expression, isCall, isNumber } from "./expression";
import { LIMITS } from "./limits";
import { literalValue } from "./literal";

/** Letters that, before a bracket, are a function: `f(x)`. After others a bracket multiplies: `x(x + 1)`. */
const FUNCTION_NAME = /^[fghFGHQW](?:_.+)?$/;
/** What the parser says where it did not understand. */
const NOT_UNDERSTOOD = new Set(["Error", "LatexString", "Nothing", "BaseForm", "Measurement", "Sequence"]);
const INVERSE: Record<string, string> = { Sin: "Arcsin", Cos: "Arccos", Tan: "Arctan" };

class NotUnderstood extends Error {}

/** The expression that MathJSON describes, or null if part of it was not understood or it is larger than LIMITS allow. */
export function fromMathJson(json: MathJsonExpression | null): Expression | null {
  let nodes = 0;

  function convert(part: MathJsonExpression, depth: number): Expression {
    if (++nodes > LIMITS.nodes || depth > 4 * LIMITS.depth) throw new NotUnderstood();
    if (typeof part === "number") return literal(String(part));
    if (typeof part === "string") return symbol(part);
    if (Array.isArray(part)) return call(part as [string, ...MathJsonExpression[]], depth);
    if (typeof part === "object" && part !== null && "num" in part) return literal(part.num);
    throw new NotUnderstood();
  }

  function call([head, ...args]: [string, ...MathJsonExpression[]], depth: number): Expression {
    if (NOT_UNDERSTOOD.has(head)) throw new NotUnderstood();
    if (head === "Delimiter") return convert(args[0] ?? "Nothing", depth + 1);
    if (head === "InvisibleOperator") return product(args, depth);
    const inverse = head === "Apply" && inverseOf(args[0]!);
    if (inverse) return { head: inverse, args: args.slice(1).map((arg) => convert(arg, depth + 1)) };
    if (head === "Lb") return { head: "Log", args: [convert(args[0]!, depth + 1), literal("2")] };
    return { head, args: args.map((arg) => convert(arg, depth + 1)) };
  }

  /** Things side by side: factors, a function and its argument, or a whole number and a fraction. */
  function product(parts: MathJsonExpression[], depth: number): Expression {
    const factors: Expression[] = [];
    for (let i = 0; i < parts.length; i++) {
      const next = parts[i + 1];
      if (typeof parts[i] === "string" && FUNCTION_NAME.test(parts[i] as string) && isDelimiter(next)) {
        const inside = convertAll(next, depth + 1);
        factors.push({ head: "Call", args: [symbol(parts[i] as string), ...inside] });
        i++;
      } else factors.push(convert(parts[i]!, depth + 1));
    }
    const [first, second] = factors;
    if (first && second && isMixed(first, second, parts[1]!))
      factors.splice(0, 2, { head: "Add", args: [first, second] });
    return factors.length === 1 ? factors[0]! : { head: "Multiply", args: factors };
  }

  function convertAll([, inner]: [string, ...MathJsonExpression[]], depth: number): Expression[] {
    const list = Array.isArray(inner) && inner[0] === "Sequence" ? inner.slice(1) : [inner ?? "Nothing"];
    return (list as MathJsonExpression[]).map((arg) => convert(arg, depth));
  }

  try {
    return json === null ? null : convert(json, 0);
  } catch (error) {
    if (error instanceof NotUnderstood) return null;
    throw error;
  }
}

function symbol(name: string): Expression {
  if (NOT_UNDERSTOOD.has(name)) throw new NotUnderstood();
  return { symbol: name };
}

function literal(text: string): Expression {
  const number = literalValue(text);
  if (!number) throw new NotUnderstood();
  return { number, decimal: text.includes(".") };
}

function isDelimiter(part: MathJsonExpression | undefined): part is [string, ...MathJsonExpression[]] {
  return Array.isArray(part) && part[0] === "Delimiter";
}

/** `2\frac{1}{2}` is two and a half; `2 \cdot \frac{1}{2}` and `2(1/2)` are one. */
function isMixed(first: Expression, second: Expression, written: MathJsonExpression): boolean {
  if (!isNumber(first) || first.number.denominator !== 1n || first.decimal || isDelimiter(written))
    return false;
  return (
    isCall(second) && second.head === "Divide" && second.args.every((arg) => isNumber(arg) && !arg.decimal)
  );
}

function inverseOf(part: MathJsonExpression): string | undefined {
  return Array.isArray(part) && part[0] === "InverseFunction" ? INVERSE[part[1] as string] : undefined;
}
