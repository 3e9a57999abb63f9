import { loadMathematics } from "../answers/compare";
import { answerKey } from "../answers/equivalence";

/** Words are told apart by their keys; formulas, lists and letters of choices may be the same though written differently. */
const MATHEMATICAL = /^text (?:.*[\\^√π=<>≤≥\d]|\W*[a-j]\W*$)/s;
/** Longer texts are no answers that could be read. */
const LONGEST_KEY = 300;
/** Different answers of one problem that are compared with each other; what comes after is known by its key alone. */
const MOST_COMPARED = 40;

/**
 * Keys of the answers to one problem: equal for answers that are equal as numbers or texts, and, where one of two is a
 * formula or a list, as mathematics. Right and wrong answers are put together by the same rule, so that a vote is not helped
 * by knowing the right one.
 */
export class AnswerKeys {
  readonly #known = new Map<string, string>();
  readonly #first: { key: string; answer: string }[] = [];

  /** Loads what compares mathematics when it first meets an answer that needs it. */
  keyOf(answer: string): string | Promise<string> {
    const key = answerKey(answer);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const others = this.#first.filter((other) => isMathematical(key) || isMathematical(other.key));
    return others.some((other) => isComparable(other.key)) && isComparable(key)
      ? this.#compared(key, answer, others)
      : this.#keep(key, key, answer);
  }

  async #compared(key: string, answer: string, others: { key: string; answer: string }[]): Promise<string> {
    const decide = await loadMathematics();
    const same = others.find(
      (other) => isComparable(other.key) && decide(other.answer, answer).verdict === "equal",
    );
    return this.#keep(key, same?.key ?? key, answer);
  }

  #keep(key: string, group: string, answer: string): string {
    this.#known.set(key, group);
    if (key === group && this.#first.length < MOST_COMPARED)
      this.#first.push({ key, answer: detached(answer) });
    return group;
  }
}

const isMathematical = (key: string) => key.length <= LONGEST_KEY && MATHEMATICAL.test(key);
const isComparable = (key: string) => key.startsWith("number ") || isMathematical(key);

/** A copy of its own: a part of a long text would keep all of that text in memory for as long as it is held. */
const detached = (text: string) => JSON.parse(JSON.stringify(text)) as string;
