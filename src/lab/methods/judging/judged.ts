import type { Candidate } from "../../candidates";
import type { Lab, Reading } from "../../lab";
import { attemptText } from "../aggregation/attempt-text";
import { instructedPointPrompt } from "./instructed-prompts";
import { scoreOf } from "./score";
import { trainedPointPrompt } from "./trained-prompts";

/** Judgements of each solution, whose scores are averaged. */
const JUDGEMENTS = 1;

export interface Judged {
  /** With the mean of their scores, 0 to 10. */
  candidates: readonly Candidate[];
  readings: readonly Reading[];
}

/** Each candidate with the judge's score; equal texts are judged once. One that the judge gave no score has 0. */
export async function judged(candidates: readonly Candidate[], lab: Lab): Promise<Judged> {
  const texts = candidates.map(({ sample }) => attemptText(sample.text));
  const distinct = [...new Set(texts)];
  const promptOf = lab.isTrained("judge") ? trainedPointPrompt : instructedPointPrompt;
  const asked = distinct.map((text) => ({ prompt: promptOf(lab.question, text), samples: JUDGEMENTS }));
  const written = await lab.ask("judge", asked, JUDGEMENTS > 1 ? 1 : 0);
  const scores = new Map(
    distinct.map((text, at) => [text, mean(written[at]!.map(({ text }) => scoreOf(text) ?? 0))]),
  );
  return {
    candidates: candidates.map((candidate, at) => {
      const score = scores.get(texts[at]!)!;
      return { ...candidate, score, weight: score / 10 };
    }),
    readings: written.flatMap((samples, at) =>
      samples.map((sample) => ({
        role: "judge" as const,
        of: `#${texts.indexOf(distinct[at]!) + 1}`,
        prompt: asked[at]!.prompt,
        sample,
      })),
    ),
  };
}

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
