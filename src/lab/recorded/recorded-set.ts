import type { SamplingOptions } from "../../../workers/protocol";
import type { DeviceKind } from "../../../models/card";
import type { Candidate } from "../candidates";
import type { ReadOutcome } from "./read-outcomes";

/** Problems with samples that were drawn elsewhere or before: nothing is computed for them but what they came to. */
export interface RecordedSet {
  /** Of the file, or of the sweep. */
  name: string;
  problems: readonly RecordedSetProblem[];
  /** The most of any problem. */
  samples: number;
  /** How many rows of a file it is from; absent where it is from none. */
  rows?: number;
  /** How they were made; null where nobody knows, as for another tool's. */
  origin: RunOrigin | null;
}

export interface RecordedSetProblem {
  id: string;
  /** Empty where it was not recorded. */
  question: string;
  /** The right one; empty where only labels say which samples are right. */
  answer: string;
  /** Of its samples, where it is known. */
  seed?: number;
  candidates: readonly Candidate[];
  /** What methods that had another model read the samples came to, where that was recorded. */
  read?: readonly ReadOutcome[];
}

/** What drew the samples of a sweep or a run of Quorum's own, and when. */
export interface RunOrigin {
  model: string;
  /** sha256 of the graph that ran, where it is known. */
  modelSha?: string;
  device: DeviceKind;
  /** Of Quorum. */
  version: string;
  /** Milliseconds since 1970. */
  createdAt: number;
  sampling: Omit<SamplingOptions, "seed">;
  /** Of the set of problems. */
  seed?: number;
  /** Ids of the methods that stopped it early: how many samples a problem has depends on what they said. */
  stoppedBy?: string[];
}
