import type { Fate } from "../../metrics/vote-fates";
import type { PairRates } from "../../metrics/pair-judgements";
import type { JudgeId, PairOrder, StudyId } from "./crowd-wrong";
import type { RecordedTry } from "./recorded";

/** A problem of the lesson, with its attempts. */
export interface RecordedStudy {
  problem: number;
  tries: RecordedTry[];
}

/** One of many problems: what became of its vote, and whether the aggregator was right, by how many attempts it was shown. */
export interface SortedProblem {
  fate: Fate;
  /** 0 or 1. */
  aggregated: number[];
}

/** Over many problems. What is not said to be of one problem is a mean. */
export interface RecordedMany {
  problems: SortedProblem[];
  /** By number of samples, from one: how often their vote is right. */
  votes: number[];
  /** Of a sample. */
  tokens: number;
  /** What the aggregator wrote, and what it read for that, by how many attempts it was shown. */
  written: number[];
  read: number[];
  /** Of pairs of attempts at these problems. */
  judges: Record<JudgeId, PairRates>;
}

/** What `npm run lesson-data -- crowd-wrong` writes. */
export interface RecordedCrowd {
  /** The day, as 2026-11-24. */
  recordedAt: string;
  /** Ids of the cards. */
  models: { policy: string; aggregator: string } & Record<JudgeId, string>;
  studies: Record<StudyId, RecordedStudy>;
  /** Of the outvoted problem: what the aggregator wrote, by how many attempts it was shown, and both judges in both orders. */
  aggregated: RecordedTry[];
  judged: Record<JudgeId, Record<PairOrder, RecordedTry>>;
  many: RecordedMany;
}
