import type { ProblemScore } from "../metrics/problem-score";
import type { Candidate } from "./candidates";
import { clusterCandidates } from "./clusters";
import { majority } from "./selectors/majority";

/** What the candidates of one problem with a known answer come to. */
export function scoreProblem(candidates: readonly Candidate[]): ProblemScore {
  const vote = majority.select(candidates, clusterCandidates(candidates))?.expectedAccuracy;
  return {
    samples: candidates.length,
    right: candidates.filter(({ correct }) => correct).length,
    majority: vote ? vote.right / vote.of : 0,
    parsed: candidates.filter(({ sample, answer }) => sample.finish === "stop" && answer?.form === "pocket")
      .length,
  };
}
