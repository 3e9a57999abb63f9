import type { Breathe } from "../breathe";
import { isComparable, isMathematical } from "./comparable";
import { type Decision, loadMathematics } from "./compare";
import { answerKey } from "./equivalence";

/** Different answers of one problem that are compared with each other; what comes after is known by its key alone. */
const MOST_COMPARED = 40;

export interface Comparing {
  /** Awaited between comparisons, each of which takes some tens of milliseconds at most. */
  breathe?: Breathe;
  /** What was compared before, for who compares the same answers again; filled here. */
  compared?: Map<string, Decision>;
}

/**
 * The one rule by which answers to a problem are put together, in every view and command: equal as numbers or texts, or, where
 * one of two is a formula or a list, as mathematics. That is not transitive (0.57735 and 0.577350 are √3/3, but not each
 * other's six places), so an answer joins the first that it is equal to, of those that joined none, in the order in which
 * they are given. Right and wrong answers are put together alike, so that a vote is not helped by knowing the right one.
 */
export class AnswerKeys {
  readonly #known = new Map<string, string>();
  readonly #first: { key: string; answer: string }[] = [];
  readonly #breathe: Breathe;
  readonly #compared: Map<string, Decision> | undefined;

  constructor({ breathe = () => undefined, compared }: Comparing = {}) {
    this.#breathe = breathe;
    this.#compared = compared;
  }

  /**
   * Equal for equal answers: the key of the first of them. Loads what compares mathematics when it first meets an answer that
   * needs it, and rejects if that cannot be loaded.
   */
  keyOf(answer: string): string | Promise<string> {
    const key = answerKey(answer);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const others = this.#first.filter((other) => isMathematical(key) || isMathematical(other.key));
    return others.some((other) => isComparable(other.key)) && isComparable(key)
      ? this.#compare(key, answer, others)
      : this.#keep(key, key, answer);
  }

  async #compare(key: string, answer: string, others: { key: string; answer: string }[]): Promise<string> {
    const decide = await loadMathematics();
    for (const other of others) {
      if (!isComparable(other.key)) continue;
      const pair = `${other.answer}\n${answer}`;
      const decision = this.#compared?.get(pair) ?? decide(other.answer, answer);
      this.#compared?.set(pair, decision);
      if (decision.verdict === "equal") return this.#keep(key, other.key, answer);
      const pause = this.#breathe(); // To await what is not there would take as long again as to compare.
      if (pause) await pause;
    }
    return this.#keep(key, key, answer);
  }

  #keep(key: string, group: string, answer: string): string {
    this.#known.set(key, group);
    if (key === group && this.#first.length < MOST_COMPARED)
      this.#first.push({ key, answer: detached(answer) });
    return group;
  }
}

/** A copy of its own: a part of a long text would keep all of that text in memory for as long as it is held. */
const detached = (text: string) => JSON.parse(JSON.stringify(text)) as string;
