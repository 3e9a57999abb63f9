import type { GenerationEvent } from "../../../workers/protocol";
import type { FinishReason } from "../../../workers/protocol";
import type { CurvePoint, VotedProblem } from "../../metrics/accuracy-curve";
import type { TriedId } from "./second-sample";

/** A sample as its pieces of text, one for each token. */
export interface RecordedTry {
  pieces: string[];
  finish: FinishReason;
}

/** What `npm run lesson-data` writes: the curve beside the learner's, and samples that stand in where a machine is too slow. */
export interface RecordedLesson {
  /** The day, as 2026-11-24. */
  recordedAt: string;
  model: string;
  level: number;
  temperature: number;
  topP: number;
  samples: number;
  /** The numbers of samples of which there are votes. */
  counts: number[];
  curve: CurvePoint[];
  problems: VotedProblem[];
  tries: Record<TriedId, RecordedTry[]>;
}

/** What the engine would tell of some of a problem's recorded samples, a token of each at a time; `from` is the first's number. */
export function* retold(tries: readonly RecordedTry[], from = 0): Generator<GenerationEvent> {
  const numbered = tries.map((one, i) => ({ ...one, sample: from + i }));
  const longest = Math.max(0, ...tries.map(({ pieces }) => pieces.length));
  for (let at = 0; at < longest; at++) {
    const writing = numbered.filter(({ pieces }) => at < pieces.length);
    const tokens = writing.map(({ sample, pieces }) => ({ sample, id: 0, text: pieces[at]!, logprob: 0 }));
    yield { type: "stepped", ms: 0, tokens };
    for (const { sample, pieces, finish } of writing)
      if (at === pieces.length - 1) yield { type: "sampleFinished", sample, reason: finish };
  }
}
