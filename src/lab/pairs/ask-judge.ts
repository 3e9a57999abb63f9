import type { Sample } from "../../../workers/protocol";
import type { Asked, Lab } from "../lab";
import { instructedPairPrompt, instructedPointPrompt } from "../methods/judging/instructed-prompts";
import { scoreOf } from "../methods/judging/score";
import { trainedPairPrompt, trainedPointPrompt } from "../methods/judging/trained-prompts";
import { type Verdict, verdictOf } from "../methods/judging/verdict";
import { nothingSampled, type Opinion, type Order, type PairOpinions, type Rating } from "./pair-judgement";
import type { SolutionPair } from "./solution-pair";

/** Has the lab's judge compare a pair in both orders and score each response; then `samples` times more, by chance. */
export async function askJudge(lab: Lab, pair: SolutionPair, samples: number): Promise<PairOpinions> {
  const prompts = promptsOf(pair, lab.isTrained("judge"));
  const asked = (count: number): Asked[] => prompts.map((prompt) => ({ prompt, samples: count }));
  const likeliest = (await lab.ask("judge", asked(1), 0)).map(([sample]) => sample!);
  const drawn = samples > 0 ? await lab.ask("judge", asked(samples), 1) : null;
  const [ab, ba, a, b] = likeliest;
  return {
    pair: pair.id,
    orders: { AB: opinionOf(ab!.text, "AB"), BA: opinionOf(ba!.text, "BA") },
    ratings: { A: ratingOf(a!), B: ratingOf(b!) },
    sampled: drawn ? sampledOf(drawn) : nothingSampled(),
    tokens: [...likeliest, ...(drawn ?? []).flat()].reduce((sum, { tokens }) => sum + tokens, 0),
  };
}

/** A before B, B before A, A alone, B alone. */
function promptsOf({ question, responses: { A, B } }: SolutionPair, isTrained: boolean): string[] {
  const [ofPair, ofOne] = isTrained
    ? [trainedPairPrompt, trainedPointPrompt]
    : [instructedPairPrompt, instructedPointPrompt];
  return [ofPair(question, A, B), ofPair(question, B, A), ofOne(question, A), ofOne(question, B)];
}

/** The judge calls A what stood first; from here on a response has its own name. */
export function opinionOf(text: string, order: Order): Opinion {
  const shown = verdictOf(text);
  return { text, verdict: shown && named(shown, order) };
}

export const named = (shown: Verdict, order: Order): Verdict =>
  order === "AB" ? shown : shown === "A" ? "B" : "A";

const ratingOf = ({ text }: Sample): Rating => ({ text, score: scoreOf(text) });

function sampledOf(drawn: readonly (readonly Sample[])[]): PairOpinions["sampled"] {
  const [ab, ba, a, b] = drawn;
  const verdicts = (samples: readonly Sample[], order: Order) =>
    samples.map(({ text }) => opinionOf(text, order).verdict);
  const scores = (samples: readonly Sample[]) => samples.map(({ text }) => scoreOf(text));
  return {
    orders: { AB: verdicts(ab!, "AB"), BA: verdicts(ba!, "BA") },
    ratings: { A: scores(a!), B: scores(b!) },
  };
}
