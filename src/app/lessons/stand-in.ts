/** How long a learner waits for the model before recorded samples stand in. */
export const MOST_LOADING_MS = 8000;
/** How long the learner's own curve may take. */
const MOST_WRITING_MS = 60_000;
/** A rate is told from no less: the first steps of a fresh page are slow. */
const LEAST_MEASURED_MS = 2000;

/** Why recorded samples stand in for this machine's own. */
export type StandIn =
  | { why: "asked" }
  | { why: "loading" }
  | { why: "writing"; seconds: number }
  | { why: "failed"; reason: string };

/** Written so far, and expected in all. */
export interface Pace {
  ms: number;
  tokens: number;
  expected: number;
}

/** How many seconds all of it would take, where that is too long; null where it is not, or not yet known. */
export function tooSlow({ ms, tokens, expected }: Pace): number | null {
  if (ms < LEAST_MEASURED_MS) return null;
  const allMs = (ms * expected) / Math.max(1, tokens);
  return allMs > MOST_WRITING_MS ? Math.round(allMs / 1000) : null;
}

export function standInWords(standIn: StandIn): string {
  switch (standIn.why) {
    case "asked":
      return "You chose the recorded run.";
    case "loading":
      return `The model was not ready after ${MOST_LOADING_MS / 1000} seconds.`;
    case "writing":
      return `This machine is slow today: your curve would take about ${inWords(standIn.seconds)}.`;
    case "failed":
      return `The model could not be used. ${standIn.reason}`;
  }
}

function inWords(seconds: number): string {
  if (seconds < 120) return `${seconds} seconds`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} minutes`;
  return "hours";
}
