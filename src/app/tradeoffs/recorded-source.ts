import { type RecordedSummary, summaryOf } from "../../lab/recorded/found";
import { recordedOutcomes } from "../../lab/recorded/recorded-outcomes";
import type { RecordedSet, RecordedSetProblem } from "../../lab/recorded/recorded-set";
import type { ProblemOutcome } from "../../metrics/outcomes";
import { breathing } from "../breathing";

/** Recorded samples, wherever they lie: a large file's texts stay out of the page's thread and its memory. */
export interface RecordedSource extends RecordedSummary {
  problemsAt(numbers: readonly number[]): Promise<readonly RecordedSetProblem[]>;
  /** Hands over what the problems came to, some at a time. */
  outcomes(take: (outcomes: readonly ProblemOutcome[]) => void): Promise<void>;
  /** Nobody asks for them any more. */
  end(): void;
}

/** A set so small that it came in a link. */
export function heldSource(set: RecordedSet): RecordedSource {
  const summary = summaryOf(set);
  const left = new AbortController();
  return {
    ...summary,
    problemsAt: (numbers) => Promise.resolve(numbers.flatMap((number) => set.problems[number] ?? [])),
    async outcomes(take) {
      const breathe = breathing(left.signal);
      for await (const outcome of recordedOutcomes(set, summary)) {
        take([outcome]);
        await breathe();
      }
    },
    end: () => left.abort(),
  };
}
