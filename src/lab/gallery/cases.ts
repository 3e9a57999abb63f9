import type { GalleryCaseId } from "./item";
import type { Vote } from "./vote";

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
