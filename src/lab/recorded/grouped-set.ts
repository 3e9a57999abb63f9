import type { Comparing } from "../answers/answer-keys";
import { groupCandidates } from "../group-candidates";
import type { RecordedSet, RecordedSetProblem } from "./recorded-set";

/** A set of which only the answers were kept, with these grouped again as they were. What was labelled right stays right. */
export async function groupedSet(set: RecordedSet, comparing: Comparing): Promise<RecordedSet> {
  const problems: RecordedSetProblem[] = [];
  for (const problem of set.problems) {
    const grouping = { expected: problem.answer, labelled: true, ...comparing };
    problems.push({ ...problem, candidates: await groupCandidates(problem.candidates, grouping) });
    await comparing.breathe?.();
  }
  return { ...set, problems };
}
