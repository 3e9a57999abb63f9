/** What the service worker has to say: whether the page works without network, and whether a newer one waits. */
export class Offline {
  #ready = $state(false);
  #updateWaiting = $state(false);
  #asked = false;
  #started = false;
  #update: (reload?: boolean) => Promise<void> = async () => {};

  get ready() {
    return this.#ready;
  }

  get updateWaiting() {
    return this.#updateWaiting;
  }

  /** Stores the page for later. Called when nothing else needs the network; further calls do nothing. */
  start(): void {
    if (this.#started) return;
    this.#started = true;
    if (!("serviceWorker" in navigator)) return; // Plain http from another machine: no secure context.
    this.#register().catch(() => {}); // Then it needs the network, and the next visit tries again.
  }

  async #register(): Promise<void> {
    const { registerSW } = await import("virtual:pwa-register");
    this.#update = registerSW({
      immediate: true,
      onOfflineReady: () => void this.#sayOnceControlled(),
      onNeedRefresh: () => (this.#updateWaiting = true),
      // Another tab may change the version too; this one goes on with what it has until it is asked.
      onNeedReload: () => this.#asked && location.reload(),
      onRegisteredSW: (_, registration) => (this.#ready ||= registration?.active?.state === "activated"),
    });
  }

  /** What is fetched later comes from the copy only once the worker has taken this page over. */
  async #sayOnceControlled(): Promise<void> {
    const { serviceWorker } = navigator;
    if (!serviceWorker.controller)
      await new Promise((resolve) =>
        serviceWorker.addEventListener("controllerchange", resolve, { once: true }),
      );
    this.#ready = true;
  }

  /** Changes to the newer page and reloads. Only ever on the user's word: never in the middle of a run. */
  async update(): Promise<void> {
    this.#asked = true;
    await this.#update(true);
  }
}
