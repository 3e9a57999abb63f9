const HIDDEN_MS = 100;

/** Resolves in a task of its own once the next frame is drawn; a hidden page draws none, and waits a little instead. */
export function afterFrame(): Promise<void> {
  return new Promise((resolve) => {
    const hidden = setTimeout(resolve, HIDDEN_MS);
    requestAnimationFrame(() => {
      clearTimeout(hidden);
      setTimeout(resolve);
    });
  });
}
