const SHOWN_MS = 2000;

/** Puts a link on the clipboard, and says so for a while. */
export class Copied {
  #now = $state(false);

  get now() {
    return this.#now;
  }

  async copy(link: string): Promise<void> {
    await navigator.clipboard?.writeText(`${location.href.split("#")[0]}${link}`); // Absent without a secure context.
    this.#now = "clipboard" in navigator;
    setTimeout(() => (this.#now = false), SHOWN_MS);
  }
}
