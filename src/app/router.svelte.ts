export const VIEWS = ["ask", "runs"] as const;
export type View = (typeof VIEWS)[number];

const paramsOf = (hash: string) => new URLSearchParams(hash.split("?")[1] ?? "");

/** Which view the address names, and the settings after its question mark. */
export class Router {
  #hash = $state(location.hash);

  constructor() {
    addEventListener("hashchange", () => (this.#hash = location.hash));
  }

  readonly view: View = $derived.by(() => {
    const name = /^#\/(\w*)/.exec(this.#hash)?.[1];
    return VIEWS.find((view) => view === name) ?? "ask";
  });

  readonly params = $derived(paramsOf(this.#hash));

  /** Changes the address without a step in the browser's history: for settings that follow the fields. */
  replace(hash: string): void {
    history.replaceState(history.state, "", hash);
  }
}
