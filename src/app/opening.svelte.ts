import { afterFrame } from "./after-frame";

/** How many parts a view may be cut into. */
const PARTS = 6;
/** What lanes are written in. Made ready at the first word, it would be late, and a stand-in be asked of the system. */
const TOKENS_FONT = '12px "Source Code Pro Variable"';

/**
 * The page opens part by part, one to a frame: built and laid out at once, it would hold up everything else, a run that
 * a link starts above all. Once it has opened, all parts of any view are there at once.
 */
export class Opening {
  #parts = $state(0);

  constructor() {
    void this.#open();
  }

  /** How many parts may be shown. */
  get parts() {
    return this.#parts;
  }

  async #open(): Promise<void> {
    document.fonts.load(TOKENS_FONT).catch(() => {}); // The stand-in does.
    while (this.#parts < PARTS) {
      await afterFrame();
      this.#parts++;
    }
  }
}
