/** How many more are drawn with each frame. */
const PORTION = 8;

/** Draws what is many a portion at a time: how many of `count()` there are on the page now. Made in a component. */
export class Portions {
  #drawn = $state(PORTION);

  constructor(count: () => number) {
    $effect(() => {
      if (this.#drawn < count()) {
        const frame = requestAnimationFrame(() => (this.#drawn += PORTION));
        return () => cancelAnimationFrame(frame);
      }
      if (count() === 0) this.#drawn = PORTION; // What comes next begins anew.
    });
  }

  get drawn() {
    return this.#drawn;
  }
}
