import type { Candidate } from "../../candidates";
import type { Lab } from "../../lab";
import { seededRandom, shuffle } from "../../random";
import { attemptText } from "./attempt-text";
import { instructedPrompt } from "./instructed-prompt";
import { trainedPrompt } from "./trained-prompt";

/** The pocket aggregator was trained on 2 to 12 attempts, and tried on 16; more would also be a long prompt for a larger model. */
export const MOST_ATTEMPTS = 16;

/** The candidates in the order in which they are shown: drawn anew each time, so that no place is favoured. */
export function shuffled(
  candidates: readonly Candidate[],
  lab: Pick<Lab, "seed">,
  time: number,
): Candidate[] {
  return shuffle(seededRandom("attempts", lab.seed, time), candidates);
}

export function aggregationPrompt(attempts: readonly Candidate[], lab: Lab): string {
  const texts = attempts.map(({ sample }) => attemptText(sample.text));
  const prompt = lab.isTrained("aggregator") ? trainedPrompt : instructedPrompt;
  return prompt(lab.question, texts);
}
