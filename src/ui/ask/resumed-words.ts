import type { EngineErrorCode } from "../../../workers/protocol";

const CAUSES: Partial<Record<EngineErrorCode, string>> = {
  "device-lost": "The browser lost the GPU on the way",
  "out-of-memory": "Memory was full on the way",
};

/** What a reader should know of a run that another worker took over. */
export function resumedWords(reason: EngineErrorCode): string {
  const cause = CAUSES[reason] ?? "The part of the page that runs models stopped on the way";
  return `${cause}: the model was loaded again, and every sample went on where it was.`;
}
