import type { Sample } from "../../../../workers/protocol";
import type { Lab } from "../../../lab/lab";
import { scoreOf } from "../../../lab/methods/judging/score";
import { trainedPairPrompt, trainedPointPrompt } from "../../../lab/methods/judging/trained-prompts";
import { verdictOf } from "../../../lab/methods/judging/verdict";
import type { PairJudgement } from "../../../metrics/pair-judgements";
import type { JudgePair } from "../../../lab/pairs/draw-pair";

/** Judgements that are sampled beside the likeliest one, for the majority of k verdicts and the mean of k scores. */
export const SAMPLED = 8;

export interface PairScore extends PairJudgement {
  index: number;
  /** Scores of the better and of the worse solution, each by itself; null where there was none. */
  scores: [better: number | null, worse: number | null];
  /** The same of the sampled judgements: verdicts in both orders, scores of both. */
  sampled: {
    forward: PairJudgement["forward"][];
    backward: PairJudgement["backward"][];
    better: number[];
    worse: number[];
  };
  tokens: number;
}

export async function scorePair(
  lab: Lab,
  { better, worse }: JudgePair,
  curves: boolean,
): Promise<Omit<PairScore, "index">> {
  const { question } = lab;
  const prompts = [
    trainedPairPrompt(question, better, worse),
    trainedPairPrompt(question, worse, better),
    trainedPointPrompt(question, better),
    trainedPointPrompt(question, worse),
  ];
  const asked = (samples: number) => prompts.map((prompt) => ({ prompt, samples }));
  const likeliest = (await lab.ask("judge", asked(1), 0)).map(([sample]) => sample!);
  const sampled = curves ? await lab.ask("judge", asked(SAMPLED), 1) : prompts.map(() => []);
  const judged = (text: string, first: "better" | "worse") => {
    const verdict = verdictOf(text);
    return verdict && ((verdict === "A") === (first === "better") ? "better" : "worse");
  };
  const scores = (samples: readonly Sample[]) => samples.map(({ text }) => scoreOf(text) ?? 0);
  return {
    forward: judged(likeliest[0]!.text, "better"),
    backward: judged(likeliest[1]!.text, "worse"),
    scores: [scoreOf(likeliest[2]!.text), scoreOf(likeliest[3]!.text)],
    sampled: {
      forward: sampled[0]!.map(({ text }) => judged(text, "better")),
      backward: sampled[1]!.map(({ text }) => judged(text, "worse")),
      better: scores(sampled[2]!),
      worse: scores(sampled[3]!),
    },
    tokens: likeliest.reduce((sum, { tokens }) => sum + tokens, 0),
  };
}
