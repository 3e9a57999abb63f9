/** By the name of the browser's error. */
const SENTENCES: Record<string, string> = {
  QuotaExceededError: "The browser's storage for this page is full: delete some runs, then try again.",
  VersionError: "A newer version of this page has used the storage: reload this tab to get it.",
  SecurityError:
    "This browser does not let the page store anything: site data is blocked, or the window is private.",
  InvalidStateError: "This browser does not let the page store anything in this window.",
  UnknownError: "The browser could not read or write its storage; the disk may be full.",
};

/** The same failure in a sentence for people, with the browser's error as its cause. */
export function storageFault(error: unknown): Error {
  if (!(error instanceof DOMException)) return error instanceof Error ? error : new Error(String(error));
  return new Error(SENTENCES[error.name] ?? `The browser's storage failed: ${error.message}`, {
    cause: error,
  });
}
