import type { PairOpinions } from "../../lab/pairs/pair-judgement";
import type { SolutionPair } from "../../lab/pairs/solution-pair";
import { Judgements } from "../../storage/judgements";
import type { Choice } from "../choice";
import { readOpinions } from "./read-opinions";

/** What judges made of pairs, between visits. Nothing here rejects: what cannot be kept is judged again. */
export class JudgeLog {
  readonly #kept: Judgements;

  constructor(kept = new Judgements()) {
    this.#kept = kept;
  }

  async find(judge: Choice, pair: SolutionPair): Promise<PairOpinions | null> {
    const weights = weightsOf(judge);
    if (!weights) return null;
    const kept = await this.#kept.find(weights, wordsOf(pair)).catch(() => undefined);
    return readOpinions(pair.id, kept);
  }

  async save(judge: Choice, pair: SolutionPair, opinions: PairOpinions): Promise<void> {
    const weights = weightsOf(judge);
    if (weights) await this.#kept.save(weights, wordsOf(pair), opinions).catch(() => {});
  }
}

/** Its graph's sha256, so that another training begins anew. A folder may hold anything by its name: that is not kept. */
function weightsOf({ source }: Choice): string | undefined {
  if (source.kind !== "card") return undefined;
  const { files, graph } = source.card;
  return files.find(({ path }) => path === graph.wasm)?.sha256;
}

const wordsOf = ({ question, responses }: SolutionPair) => [question, responses.A, responses.B];
