import { afterFrame } from "./after-frame";

/** One of several places that show a value. */
export class Turn<T> {
  shown = $state.raw<T>();
}

/**
 * Hands a value that changes often to several places that take a while to draw it, one after the other, each in a task of its
 * own. A newer value takes the place of one that is still waiting, and in the end all show the newest.
 */
export class InTurn<T> {
  readonly turns: readonly Turn<T>[];
  readonly #pause: () => Promise<void>;
  #newest: T | undefined;
  #going = false;

  constructor(places: number, pause = afterFrame) {
    this.turns = Array.from({ length: places }, () => new Turn<T>());
    this.#pause = pause;
  }

  offer(value: T): void {
    this.#newest = value;
    if (!this.#going) void this.#go();
  }

  async #go(): Promise<void> {
    this.#going = true;
    for (let at = 0; this.turns.some(({ shown }) => shown !== this.#newest); at++) {
      const turn = this.turns[at % this.turns.length]!;
      if (turn.shown === this.#newest) continue;
      await this.#pause();
      turn.shown = this.#newest;
    }
    this.#going = false;
  }
}
