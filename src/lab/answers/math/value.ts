import type { Expression } from "./expression";

/** What an answer is, once it is read. `text` is how it was written, without its typesetting. */
export type Value = Scalar | Words | Collection | Interval | SetOperation | Matrix | Relation;

export interface Scalar {
  kind: "scalar";
  text: string;
  expression: Expression;
}

/** A name, a choice, a sentence: compared letter by letter. */
export interface Words {
  kind: "words";
  text: string;
}

/** A tuple has an order; a set, a list of answers among them, has none. */
export interface Collection {
  kind: "set" | "tuple";
  text: string;
  elements: Value[];
}

export interface Interval {
  kind: "interval";
  text: string;
  from: Scalar;
  to: Scalar;
  fromOpen: boolean;
  toOpen: boolean;
}

export interface SetOperation {
  kind: "union" | "intersection" | "difference";
  text: string;
  parts: Value[];
}

export interface Matrix {
  kind: "matrix";
  text: string;
  rows: Scalar[][];
}

export type Comparison = "=" | "<" | ">" | "≤" | "≥" | "≠";

/** `a < x ≤ b`: one side more than comparisons. */
export interface Relation {
  kind: "relation";
  text: string;
  sides: Value[];
  comparisons: Comparison[];
}
