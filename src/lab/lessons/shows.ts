import type { Candidate } from "../candidates";
import { clusterCandidates } from "../clusters";
import { countVote } from "../gallery/vote";
import { majority } from "../selectors/majority";
import type { StudyId } from "./crowd-wrong";

/** As many attempts must differ from a vote that is right, or there is no crowd to speak of. */
const DISSENT = 5;
/** So many right ones are to be found beside a wrong answer that half of all or more give, and no more. */
const RIGHT = { least: 2, most: 6 };

/** What the lesson's words say of the attempts at each of its problems. */
export const SHOWS: Record<StudyId, (candidates: readonly Candidate[]) => boolean> = {
  kept: (candidates) => isSure(candidates, 1) && rightOnes(candidates) <= candidates.length - DISSENT,
  outvoted: (candidates) =>
    isSure(candidates, 0) &&
    rightOnes(candidates) >= RIGHT.least &&
    rightOnes(candidates) <= RIGHT.most &&
    votesOf(candidates) >= candidates.length / 2,
};

/** Whether the vote is worth this for certain, 1 or 0: no draw decides. */
function isSure(candidates: readonly Candidate[], worth: number): boolean {
  const share = majority.select(candidates, clusterCandidates(candidates))?.expectedAccuracy;
  return share !== undefined && share.right / share.of === worth;
}

const count = (candidates: readonly Candidate[]) => countVote(candidates, clusterCandidates(candidates));
const rightOnes = (candidates: readonly Candidate[]) => count(candidates).right;
const votesOf = (candidates: readonly Candidate[]) => count(candidates).votes[0] ?? 0;
