import { integer, pick, type Random } from "../../random";
import type { Level } from "./levels";
import { type Operand, type Operation, run, type Step } from "./program";

/** The story has no move left that keeps every number whole and within the level: tell another one. */
export class DeadEnd extends Error {}

/** An operation with a constant that keeps the result whole and within the level. */
export interface Move {
  operation: Operation;
  constant: number;
}

/** A problem in the making: sentences for the question, steps for the program, chunks for the solution. */
export class Draft {
  readonly level: Level;
  readonly random: Random;
  readonly facts: string[] = [];
  readonly steps: Step[] = [];
  readonly #results: number[] = [];
  readonly #chunks: string[] = [];

  constructor(level: Level, random: Random) {
    this.level = level;
    this.random = random;
  }

  valueOf(operand: Operand): number {
    return typeof operand === "number" ? operand : this.#results[operand.step]!;
  }

  /** Adds one step and its chunk, e.g. `<chunk>Ana: 14 + 18 = 32</chunk>`; returns its result as an operand. */
  apply(operation: Operation, left: Operand, right: Operand, label: string): Operand {
    this.steps.push({ operation, left, right });
    const result = run(this.steps).at(-1)!;
    if (!Number.isInteger(result) || result < 1 || result > this.level.largest) throw new DeadEnd();
    this.#results.push(result);
    this.#chunks.push(
      `<chunk>${label}: ${this.valueOf(left)} ${operation} ${this.valueOf(right)} = ${result}</chunk>`,
    );
    return { step: this.steps.length - 1 };
  }

  /** A first number with room to grow and to shrink. */
  opening(): number {
    return integer(this.random, 3, Math.max(5, Math.floor(this.level.largest / 3)));
  }

  /** One of the operations that `value` allows; adding and taking away come up most. */
  move(value: number): Move {
    const { random, level } = this;
    const room = level.largest - value;
    const factors = [2, 3, 4, 5, 6, 7, 8, 9];
    const multipliers = factors.filter((k) => value * k <= level.largest);
    const divisors = factors.filter((k) => value % k === 0 && value / k >= 2);
    const moves: (() => Move)[] = [];
    if (room >= 2)
      moves.push(() => ({
        operation: "+",
        constant: integer(random, 2, Math.min(room, Math.ceil(level.largest / 2))),
      }));
    if (value >= 4) moves.push(() => ({ operation: "-", constant: integer(random, 2, value - 1) }));
    const common = moves.length;
    if (multipliers.length > 0) moves.push(() => ({ operation: "*", constant: pick(random, multipliers) }));
    if (divisors.length > 0) moves.push(() => ({ operation: "/", constant: pick(random, divisors) }));
    if (moves.length === 0) throw new DeadEnd();
    const rare = moves.length > common && (common === 0 || random() < 0.4);
    return pick(random, rare ? moves.slice(common) : moves.slice(0, common))();
  }

  /** `k` groups of `n` whose product is at most `most`. */
  groups(most: number): { k: number; n: number } {
    if (most < 4) throw new DeadEnd();
    const k = integer(this.random, 2, Math.min(9, Math.floor(most / 2)));
    return { k, n: integer(this.random, 2, Math.floor(most / k)) };
  }

  /** A number that divides `value` into equal whole shares. */
  divisor(value: number): number {
    const divisors = [2, 3, 4, 5, 6, 7, 8, 9].filter((k) => value % k === 0 && value / k >= 2);
    if (divisors.length === 0) throw new DeadEnd();
    return pick(this.random, divisors);
  }

  multiplier(value: number): number {
    const most = Math.min(9, Math.floor(this.level.largest / value));
    if (most < 2) throw new DeadEnd();
    return integer(this.random, 2, most);
  }

  solution(): string {
    return [...this.#chunks, `Answer: ${this.#results.at(-1)}`].join("\n");
  }
}
