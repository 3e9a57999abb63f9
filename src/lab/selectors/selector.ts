import type { Candidate } from "../candidates";
import type { Cluster } from "../clusters";
import type { Reading } from "../lab";

/** A way to choose one answer from the candidates there are. It makes no new ones. */
export interface Selector {
  id: string;
  label: string;
  /** One sentence in plain words. */
  description: string;
  /** `clusters` are the candidates'. Null where the selector lacks what it needs (the oracle: the right answer). */
  select(candidates: readonly Candidate[], clusters: readonly Cluster[]): Selection | null;
}

export interface Selection {
  /** The cluster of the answer chosen; several if they tie; none if there is no answer to choose. */
  chosen: readonly Cluster[];
  /** The candidates that carry the choice. */
  carriers: readonly Candidate[];
  /** Whether a fair draw between several answers must decide. */
  tied: boolean;
  /** How likely the choice is right, the draw included. Absent where correctness is not known. */
  expectedAccuracy?: Share;
  /** Generated tokens of all the samples it had to see, and of all readings. */
  tokens: number;
  /** What other models wrote about the samples, in order. */
  readings?: readonly Reading[];
}

/** A fraction to be shown as one: `{ right: 1, of: 2 }` for a tie of two of which one is right. */
export interface Share {
  right: number;
  of: number;
}
