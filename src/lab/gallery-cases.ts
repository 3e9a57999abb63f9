import type { Candidate } from "./candidates";
import type { Cluster } from "./clusters";

/** One run worth seeing, as the settings that repeat it exactly on the model it was found with. */
export interface GalleryItem {
  case: GalleryCaseId;
  label: string;
  model: string;
  level: number;
  problem: number;
  n: number;
  temperature: number;
  topP: number;
  seed: number;
  maxTokens: number;
}

export type GalleryCaseId =
  "clear-win" | "wrong-majority" | "tie" | "right-minority" | "all-wrong" | "all-right";

/** How a vote over finished samples of a known answer went, counted in votes. */
interface Vote {
  samples: number;
  /** Votes for the answers, the most first. */
  votes: number[];
  /** Votes for the right answer. */
  right: number;
  /** Whether the answer with the most votes is right. */
  winnerRight: boolean;
  firstRight: boolean;
  /** Of all samples' tokens: how sure the model was. */
  meanLogprob: number;
}

export interface GalleryCase {
  id: GalleryCaseId;
  label: string;
  /** Null if the vote is no such case; otherwise the greater, the better an example it is. */
  worth: (vote: Vote) => number | null;
}

/** Votes by which the leader must be ahead, so that a sample that falls out otherwise elsewhere changes nothing. */
const MARGIN = 2;

const lead = ({ votes }: Vote) => (votes[0] ?? 0) - (votes[1] ?? 0);
const worthIf = (holds: boolean, worth: number) => (holds ? worth : null);

export const GALLERY_CASES: readonly GalleryCase[] = [
  {
    id: "clear-win",
    label: "A clear win",
    worth: (vote) => {
      const share = vote.right / vote.samples; // 60 % or more, best near 70 %: enough others to outvote
      const holds = vote.winnerRight && !vote.firstRight && share >= 0.6 && lead(vote) >= MARGIN;
      return worthIf(holds, -Math.abs(share - 0.7));
    },
  },
  {
    id: "wrong-majority",
    label: "A wrong majority",
    worth: (vote) => {
      const share = (vote.votes[0] ?? 0) / vote.samples;
      return worthIf(!vote.winnerRight && vote.right > 0 && share >= 0.4 && lead(vote) >= MARGIN, share);
    },
  },
  {
    id: "tie",
    label: "A tie",
    worth: ({ votes, right }) => {
      const holds =
        votes.length >= 2 && right >= 2 && votes[0] === right && votes[1] === right && votes[2] !== right;
      return worthIf(holds, right);
    },
  },
  {
    id: "right-minority",
    label: "A right minority",
    worth: (vote) => worthIf(!vote.winnerRight && vote.right >= 2 && lead(vote) >= MARGIN, vote.right),
  },
  {
    id: "all-wrong",
    label: "All wrong",
    worth: (vote) => worthIf(vote.right === 0, vote.votes.length),
  },
  {
    id: "all-right",
    label: "All right",
    worth: (vote) => worthIf(vote.right === vote.samples, vote.meanLogprob),
  },
];

/** The vote of candidates whose right answer is known, all of them finished. */
export function countVote(candidates: readonly Candidate[], clusters: readonly Cluster[]): Vote {
  const answers = clusters.filter(({ answer }) => answer !== null);
  const sum = (count: (candidate: Candidate) => number) =>
    candidates.reduce((total, candidate) => total + count(candidate), 0);
  return {
    samples: candidates.length,
    votes: answers.map((cluster) => cluster.candidates.length),
    right: sum(({ correct }) => Number(correct === true)),
    winnerRight: answers[0]?.correct === true,
    firstRight: candidates[0]?.correct === true,
    meanLogprob:
      sum(({ sample }) => sample.logprob) /
      Math.max(
        1,
        sum(({ sample }) => sample.tokens),
      ),
  };
}
