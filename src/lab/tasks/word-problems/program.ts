import { hash32 } from "../../random";

export type Operation = "+" | "-" | "*" | "/";

/** One line of arithmetic. An operand is a stated number or, as `{ step }`, the result of an earlier line. */
export interface Step {
  operation: Operation;
  left: Operand;
  right: Operand;
}
export type Operand = number | { step: number };

/** What a problem *is*, whatever words tell it. Its answer is the result of the last step. */
export type Program = readonly Step[];

const APPLY: Record<Operation, (left: number, right: number) => number> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
};

export function valueOf(operand: Operand, results: readonly number[]): number {
  return typeof operand === "number" ? operand : results[operand.step]!;
}

/** The result of each step, in order. */
export function run(program: Program): number[] {
  const results: number[] = [];
  for (const { operation, left, right } of program) {
    results.push(APPLY[operation](valueOf(left, results), valueOf(right, results)));
  }
  return results;
}

/** The sequence of operations alone, e.g. `*-+`: what the `novel` split withholds from training. */
export function signature(program: Program): string {
  return program.map((step) => step.operation).join("");
}

const written = (operand: Operand) => (typeof operand === "number" ? `${operand}` : `#${operand.step}`);

/** 64 bits of hash over the program's content. */
export function programHash(program: Program): string {
  const text = program.map((step) => written(step.left) + step.operation + written(step.right)).join(";");
  return [hash32(text), hash32(`${text};`)].map((part) => part.toString(16).padStart(8, "0")).join("");
}
