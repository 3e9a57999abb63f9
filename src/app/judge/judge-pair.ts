import { askJudge } from "../../lab/pairs/ask-judge";
import { type PairOpinions, sampledOf } from "../../lab/pairs/pair-judgement";
import type { SolutionPair } from "../../lab/pairs/solution-pair";
import { hash32 } from "../../lab/random";
import { roleLab } from "../../lab/role-lab";
import type { Listener, RoleModel } from "../reading/role-model";

/** How long a judge may take to hear Stop, after which its worker is ended. */
const PATIENCE_MS = 3000;

/** Has a model judge a pair. Rejects when stopped. */
export async function judgePair(
  model: RoleModel,
  pair: SolutionPair,
  samples: number,
  listener: Listener,
): Promise<PairOpinions> {
  const { signal } = listener;
  let patience: ReturnType<typeof setTimeout> | undefined;
  const onStop = () => (patience = setTimeout(() => model.close(), PATIENCE_MS));
  signal.addEventListener("abort", onStop);
  try {
    const lab = roleLab(
      { question: pair.question, seed: hash32(pair.id) },
      {
        isTrained: () => model.choice.source.kind === "card",
        write: (_, prompts, temperature) => model.write(prompts, temperature, listener),
      },
    );
    return await askJudge(lab, pair, samples);
  } finally {
    signal.removeEventListener("abort", onStop);
    clearTimeout(patience);
  }
}

/** Whether a judge has said of a pair all that is asked. */
export const isJudged = (opinions: PairOpinions | undefined, samples: number): boolean =>
  opinions?.orders.AB !== undefined &&
  opinions.orders.BA !== undefined &&
  (samples === 0 || sampledOf(opinions) >= samples);
