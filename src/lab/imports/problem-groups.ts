import { AnswerKeys } from "./answer-keys";
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
  #count = 0;

  /** The group of all rows with these texts. */
  of(texts: Iterable<string>): ProblemGroup {
    const fingerprint = new Fingerprint();
    for (const text of texts) fingerprint.add(text);
    const group = this.#groups.get(fingerprint.value()) ?? newGroup();
    this.#groups.set(fingerprint.value(), group);
    return group;
  }

  /** For a row that has all of its problem. */
  alone(): ProblemGroup {
    return newGroup();
  }

  numberOf(group: ProblemGroup): number {
    return (group.number ??= this.#count++);
  }
}

const newGroup = (): ProblemGroup => ({ number: null, keys: new AnswerKeys() });
