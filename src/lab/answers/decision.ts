/** "Not comparable": at least one of the answers is not understood, or too long or too involved to be looked at. */
export type Verdict = "equal" | "different" | "not comparable";

/** Whether an answer is the expected one, and why. */
export interface Decision {
  verdict: Verdict;
  /** A clause that goes on from the verdict: "equal because 0.5 = 1/2". */
  because: string;
  /** What that rests on, one clause each; empty where there is nothing more to say. */
  steps: string[];
}
