import { LESSONS } from "./lessons/list";
import { paramsOf } from "./params-of";

export const VIEWS = [
  "ask",
  "tradeoffs",
  "judge",
  "vision",
  "bench",
  "runs",
  "lesson",
  "models",
  "curation",
] as const;
export type View = (typeof VIEWS)[number];

/** Browsers allow only so many changes of the address in a while; a key pressed is not one each. */
const REPLACE_AFTER_MS = 200;

/** Which view the address names, and the settings after its question mark. */
export class Router {
  /** What somebody opened: a new object each time, so that a link that is followed twice is opened twice. */
  #opened = $state.raw({ hash: location.hash });
  /** What stands there now: the settings have changed since. That opens nothing, or it would take back what was set meanwhile. */
  #stands = location.hash;
  #replacing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    addEventListener("hashchange", () => {
      clearTimeout(this.#replacing);
      this.#stands = location.hash;
      this.#opened = { hash: location.hash };
    });
  }

  readonly #path = $derived(/^#\/([^?]*)/.exec(this.#opened.hash)?.[1] ?? "");
  readonly #named = $derived(LESSONS.find(({ id }) => this.#path === `lesson/${id}`));
  readonly #name = $derived(this.#named ? "lesson" : this.#path);

  readonly view: View = $derived(VIEWS.find((view) => view === this.#name) ?? "ask");

  /** The lesson that the address names; the view's name alone is the first one's. */
  readonly lesson = $derived(this.#named ?? LESSONS[0]);

  /** A view that the address names and that there is not. */
  readonly unknown = $derived(this.#name !== "" && this.#name !== this.view ? this.#name : null);

  readonly params = $derived(paramsOf(this.#opened.hash));

  /** Changes the address, soon, without a step in the browser's history: for settings that follow the fields. */
  replace(hash: string): void {
    clearTimeout(this.#replacing);
    this.#replacing = setTimeout(() => {
      if (location.hash !== this.#stands) return; // Somebody has gone elsewhere, and the news of it is still to come.
      history.replaceState(history.state, "", hash);
      this.#stands = location.hash;
    }, REPLACE_AFTER_MS);
  }
}
