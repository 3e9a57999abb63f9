import type { FinishReason, Sample } from "../../../workers/protocol";
import { answerKey } from "../answers/equivalence";
import { type Candidate, toCandidate } from "../candidates";
import type { RecordedProblem, RecordedSample } from "../imports/recorded";

/** What only Quorum's own files say of each sample. */
export interface SampleEnds {
  finish: FinishReason[];
  chunkEnds: number[][];
}

/** The samples of a row as candidates, numbered from `first` on: what the file says of answers and of right and wrong stands over what their texts do. */
export function recordedCandidates(
  { samples, scores }: RecordedProblem,
  ends: SampleEnds | null,
  first = 0,
): Candidate[] {
  return samples.map((recorded, i) => {
    const sample: Sample = {
      sample: first + i,
      text: recorded.text ?? "",
      tokens: recorded.tokens,
      logprob: recorded.logprob,
      chunkEnds: ends?.chunkEnds[i] ?? [],
      finish: ends?.finish[i] ?? "stop",
    };
    return candidateOf(sample, recorded, scores?.[i], ends !== null);
  });
}

function candidateOf(
  sample: Sample,
  { answer, key, correct }: RecordedSample,
  score: number | undefined,
  isOwn: boolean,
): Candidate {
  const text = answer ?? "";
  const given = { text, start: sample.text.length, end: sample.text.length, form: "recorded" } as const;
  // Taking an answer from a text costs time, so it is done again only where it can tell where the answer stands.
  const read = isOwn ? toCandidate(sample) : { ...toCandidate({ ...sample, text: "" }), sample };
  const found = read.answer?.text === answer ? read.answer : given;
  return {
    ...read,
    answer: answer === null ? null : found,
    ...(answer !== null && key !== null && key !== answerKey(answer) && { group: key }),
    correct,
    ...(score !== undefined && { score }),
  };
}
