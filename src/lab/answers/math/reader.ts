import type { Expression } from "./expression";
import { expandSigns } from "./expand-signs";
import { parseLatex } from "./latex-parser";
import { LIMITS } from "./limits";
import { readBrackets } from "./read-brackets";
import { readMatrix } from "./read-matrix";
import { readScalar, withoutSeparators } from "./read-scalar";
import { splitAt } from "./scan";
import { splitList } from "./split-list";
import { splitRelation } from "./split-relation";
import type { Scalar, SetOperation, Value } from "./value";
import { readLooseWords, readWords } from "./words";

/** Reads answers within LIMITS; one reader for each answer, since it counts what it has given to the parser. */
export class Reader {
  #parsed = 0;
  #depth = 0;

  /** What a text of plain LaTeX stands for, or null if that is not understood or too much. */
  read(text: string): Value | null {
    if (this.#depth > LIMITS.depth) return null;
    this.#depth++;
    try {
      return this.#readAny(text.replace(/^[\s.,;:]+(?!\d)|[\s.,;:]+$/g, ""));
    } finally {
      this.#depth--;
    }
  }

  scalar(text: string): Scalar | null {
    return readScalar(text, (latex) => this.#parse(latex));
  }

  #parse(latex: string): Expression | null {
    this.#parsed += latex.length;
    return this.#parsed > LIMITS.parsed ? null : parseLatex(latex);
  }

  #readAny(text: string): Value | null {
    if (text === "") return null;
    const words = readWords(text);
    if (words) return words;
    const groups = splitList(text);
    const members = groups.flat();
    if (members.length > LIMITS.elements) return null;
    if (members.length <= 1) return this.#readOne(members[0] ?? text);
    // `p = 5, q = 2; p = 7, q = 2` are two pairs.
    const named =
      groups.length > 1 &&
      groups.every((group) => group.length > 1 && group.every((one) => one.includes("=")));
    if (!named) return this.#collect("set", text, members);
    const pairs = groups.map((group) => this.#collect("tuple", group.join(", "), group));
    return pairs.every((pair) => pair !== null) ? { kind: "set", text, elements: pairs } : null;
  }

  #collect(kind: "set" | "tuple", text: string, members: string[]): Value | null {
    const elements: Value[] = [];
    for (const member of members) {
      const element = this.read(member);
      if (!element) return null;
      // `±2, 3` is one list of three.
      if (element.kind === "set" && expandSigns(member)) elements.push(...element.elements);
      else elements.push(element);
    }
    return { kind, text, elements };
  }

  #readOne(text: string): Value | null {
    if (text.includes("\\begin")) return this.#matrix(text);
    const signs = expandSigns(text);
    if (signs && !/^\\?\{/.test(text)) return this.#collect("set", text, signs);
    const member = splitAt(text, (token) => token === "\\in").parts;
    if (member.length === 2) return this.read(member[1]!);
    return (
      this.#relation(text) ??
      this.#setOperation(text) ??
      readBrackets(text, this) ??
      this.scalar(withoutSeparators(text)) ??
      readLooseWords(text)
    );
  }

  #matrix(text: string): Value | null {
    const rows = readMatrix(text)?.map((row) => row.map((entry) => this.scalar(entry)));
    if (!rows) return null;
    return rows.flat().every((entry) => entry !== null)
      ? { kind: "matrix", text, rows: rows as Scalar[][] }
      : null;
  }

  #relation(text: string): Value | null {
    const split = splitRelation(text);
    if (!split) return null;
    const sides = split.sides.map((side) => this.read(side));
    if (sides.every((side) => side !== null))
      return { kind: "relation", text, sides, comparisons: split.comparisons };
    // Of a long calculation with a step that is not understood, the result.
    const calculation = split.comparisons.every((sign) => sign === "=") && sides.length > 2;
    return calculation ? sides.at(-1)! : null;
  }

  #setOperation(text: string): SetOperation | null {
    for (const [token, kind] of SET_OPERATIONS) {
      const { parts } = splitAt(text, (one) => one === token);
      if (parts.length === 1) continue;
      const read = parts.map((part) => this.read(part));
      return read.every((part) => part !== null) ? { kind, text, parts: read } : null;
    }
    return null;
  }
}

const SET_OPERATIONS = [
  ["\\setminus", "difference"],
  ["\\cup", "union"],
  ["\\cap", "intersection"],
] as const;
