const SHOWN_MS = 2000;

/** Puts a link on the clipboard, and says so for a while. */
export class Copied {
  #now = $state(false);

  get now() {
    return this.#now;
  }

  async copy(link: string): Promise<void> {
    const address = `${location.href.split("#")[0]}${link}`;
    try {
      await navigator.clipboard.writeText(address);
    } catch {
      prompt("Copy this link:", address); // Over plain http there is no clipboard, and elsewhere it may be refused.
      return;
    }
    this.#now = true;
    setTimeout(() => (this.#now = false), SHOWN_MS);
  }
}
