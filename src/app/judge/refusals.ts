import { count } from "../../metrics/in-words";

/** After so many in a row the judge can read none of them. */
const MOST_IN_A_ROW = 5;

/** Pairs that a judge could not read, for being too long as a rule: they are left out, unless there is nothing else. */
export class Refusals {
  #inARow = 0;
  #all = 0;

  /** Counts one more; false where it makes no sense to go on. */
  mayGoOn(): boolean {
    this.#all++;
    return ++this.#inARow < MOST_IN_A_ROW;
  }

  /** One could be read. */
  end(): void {
    this.#inARow = 0;
  }

  get words(): string {
    return `${count(this.#all, "pair")} left out:`;
  }
}
