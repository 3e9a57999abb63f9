import type { Decision } from "../lab/answers/decision";
import { type AnswerGroups, groupsByKey, nothingCompared, plainGroups } from "../lab/answers/plain-groups";

const NONE: AnswerGroups = new Map();

/**
 * Which answers of one problem are equal, while more of them come. At once where plain keys decide; else mathematics is loaded
 * and compares them between frames. What was told stays until more is known, so that clusters grow and do not jump.
 */
export class LiveGroups {
  #told = $state.raw(NONE);
  #asked = "";
  #waiting: readonly string[] | null = null;
  #working: Promise<void> | null = null;
  #compared = nothingCompared();

  /** Answers that are not in it are still being compared. */
  get told(): AnswerGroups {
    return this.#told;
  }

  /** Takes all answers there are: the expected one first, then in the order of their samples, so that the end is always the same. */
  take(answers: readonly string[]): void {
    const asked = answers.join("\n");
    if (asked === this.#asked) return;
    this.#asked = asked;
    const plain = plainGroups(answers);
    this.#waiting = plain ? null : answers;
    if (plain) this.#told = plain;
    else this.#working ??= this.#work();
  }

  /** Another problem's answers follow. */
  forget(): void {
    this.#asked = "";
    this.#waiting = null;
    this.#told = NONE;
    this.#compared = nothingCompared();
  }

  /** Resolves when all answers that were taken are told. */
  async settle(): Promise<void> {
    await this.#working;
  }

  async #work(): Promise<void> {
    for (let answers = this.#waiting; answers; answers = this.#waiting) {
      const groups = await compared(answers, this.#compared);
      if (answers !== this.#waiting) continue; // More have come, or others.
      this.#waiting = null;
      this.#told = groups;
    }
    this.#working = null;
  }
}

/** By their keys alone where what compares them cannot be loaded. */
async function compared(answers: readonly string[], before: Map<string, Decision>): Promise<AnswerGroups> {
  try {
    const { groupBetweenFrames } = await import("./group-between-frames"); // Few runs need it.
    return await groupBetweenFrames(answers, before);
  } catch {
    return groupsByKey(answers);
  }
}
