import {
  type AttemptPair,
  type JudgeId,
  JUDGES,
  judgePrompt,
  type PairOrder,
  preferredIn,
} from "../../lab/lessons/crowd-wrong";
import type { RecordedTry } from "../../lab/lessons/recorded";
import type { Problem } from "../../lab/tasks/task";
import type { PairJudgement } from "../../metrics/pair-judgements";
import type { Readers } from "./readers";

export interface Judged {
  tries: Record<PairOrder, RecordedTry>;
  judgement: PairJudgement;
}

/** A pair of attempts, judged in both orders before training and after. */
export async function readBothOrders(
  readers: Readers,
  problem: Problem,
  pair: AttemptPair,
): Promise<Record<JudgeId, Judged>> {
  const judged: Partial<Record<JudgeId, Judged>> = {};
  for (const id of JUDGES) {
    const ask = async (order: PairOrder) =>
      (await readers[id](problem, judgePrompt(problem.question, pair, order))).tries[0]!;
    const tries = { rightFirst: await ask("rightFirst"), wrongFirst: await ask("wrongFirst") };
    const side = (order: PairOrder) => {
      const preferred = preferredIn(tries[order].pieces.join(""), order);
      return preferred && (preferred === "right" ? "better" : "worse");
    };
    judged[id] = { tries, judgement: { forward: side("rightFirst"), backward: side("wrongFirst") } };
  }
  return judged as Record<JudgeId, Judged>;
}
