import { AnswerKeys } from "../answers/answer-keys";
import type { Breathe } from "../breathe";
import { Fingerprint } from "./fingerprint";

/** What rows of one problem share. No text of them is held but their different answers. */
export interface ProblemGroup {
  /** Of the problem in the file, from 0; null until something of it can be used. */
  number: number | null;
  readonly keys: AnswerKeys;
}

/** Puts rows of one problem together by what is the same in them, wherever in the file they stand. */
export class ProblemGroups {
  readonly #groups = new Map<number, ProblemGroup>();
  readonly #breathe: Breathe;
  #count = 0;

  /** `breathe`: awaited between comparisons of answers. */
  constructor(breathe: Breathe) {
    this.#breathe = breathe;
  }

  /** The group of all rows with these texts. */
  of(texts: Iterable<string>): ProblemGroup {
    const fingerprint = new Fingerprint();
    for (const text of texts) fingerprint.add(text);
    const group = this.#groups.get(fingerprint.value()) ?? this.alone();
    this.#groups.set(fingerprint.value(), group);
    return group;
  }

  /** For a row that has all of its problem. */
  alone(): ProblemGroup {
    return { number: null, keys: new AnswerKeys({ breathe: this.#breathe }) };
  }

  numberOf(group: ProblemGroup): number {
    return (group.number ??= this.#count++);
  }
}
