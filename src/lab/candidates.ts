import type { Sample } from "../../workers/protocol";
import type { Answer } from "./answers/answer";
import { equivalent } from "./answers/equivalence";
import { extractAnswer } from "./answers/extract";

/** One sample with what can be said about it. */
export interface Candidate {
  sample: Sample;
  /** Null for a sample that gives no answer, or is not finished yet. */
  answer: Answer | null;
  /**
   * The key of the group of equal answers that it is in, where that is not the plain key of its own; null while mathematics
   * has not told yet.
   */
  group?: string | null;
  /** Absent while the sample is being written or compared, and where no expected answer is known. No answer is a wrong one. */
  correct?: boolean;
  /** Nats per token; null before the first token, and where they were not recorded. */
  meanLogprob: number | null;
  /** A judge's or reward model's; absent where none has judged. */
  score?: number | undefined;
  /** What the score weighs in a vote, by the scale of all that were recorded with it. */
  weight?: number | undefined;
}

/**
 * `expected` is the right answer; undefined or blank where nobody knows it. Answers are compared by their plain keys:
 * `groupCandidates` says what mathematics makes of them.
 */
export function toCandidate(sample: Sample, expected?: string): Candidate {
  const answer = settledAnswer(sample);
  const mean = sample.logprob / sample.tokens;
  const meanLogprob = Number.isFinite(mean) ? mean : null;
  if (!expected?.trim() || !sample.finish) return { sample, answer, meanLogprob };
  return { sample, answer, correct: answer !== null && equivalent(answer.text, expected), meanLogprob };
}

/** A sample still being written has not decided; one that was cut counts unless the cut may be within the answer. */
function settledAnswer({ text, finish }: Sample): Answer | null {
  if (!finish) return null;
  const answer = extractAnswer(text);
  return answer && finish !== "stop" && answer.end === text.length ? null : answer;
}
