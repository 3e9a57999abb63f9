import { type Candidate, toCandidate } from "../src/lab/candidates";

/** Finished candidates with these answers in the pocket form (null: none) and 10 tokens each. */
export function drawn(
  answers: readonly (string | null)[],
  { expected, meanLogprobs = [] }: { expected?: string; meanLogprobs?: readonly number[] } = {},
): Candidate[] {
  return answers.map((answer, sample) => {
    const text = answer === null ? "Hm." : `Answer: ${answer}`;
    const logprob = 10 * (meanLogprobs[sample] ?? -1);
    return toCandidate({ sample, text, tokens: 10, logprob, chunkEnds: [], finish: "stop" }, expected);
  });
}
