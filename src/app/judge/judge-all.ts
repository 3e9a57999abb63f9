import { errorCode } from "../../../workers/protocol";
import type { SolutionPair } from "../../lab/pairs/solution-pair";
import type { LoadProgress } from "../library.svelte";
import type { RoleModel } from "../reading/role-model";
import { sentenceOf } from "../sentence-of";
import type { JudgeLog } from "./judge-log";
import { isJudged, judgePair } from "./judge-pair";
import type { JudgeSettings } from "./judge-settings";
import type { PairSet } from "./pair-set.svelte";
import { Refusals } from "./refusals";

export interface Judging {
  set: PairSet;
  asked: JudgeSettings;
  model: RoleModel;
  /** What was judged on an earlier visit. */
  log: JudgeLog;
  /** Adds pairs to the set, perhaps none; false where there are no more. */
  more: () => Promise<boolean>;
  /** Told how far the judge's model is, and null once it judges. */
  loading: (progress: LoadProgress | null) => void;
  /** Told what befalls it on the way, in a sentence. */
  note: (sentence: string) => void;
  signal: AbortSignal;
}

/** Pair after pair, each shown as it ends; more are made where there are fewer than were asked for. Rejects when stopped. */
export async function judgeAll(judging: Judging): Promise<void> {
  const { set, asked, more, note, signal } = judging;
  const refusals = new Refusals();
  for (let at = 0; at < asked.count; at++) {
    while (at >= set.pairs.length) {
      if (!(await more())) return note(`There are no more pairs of this kind: ${at} were found.`);
    }
    signal.throwIfAborted();
    const pair = set.pairs[at]!;
    if (!isJudged(set.opinion(asked.judge, pair.id), asked.sampled)) await judgeOne(pair, judging, refusals);
  }
}

async function judgeOne(pair: SolutionPair, judging: Judging, refusals: Refusals): Promise<void> {
  const { set, asked, model, log, loading, note, signal } = judging;
  const kept = await log.find(model.choice, pair);
  if (kept && isJudged(kept, asked.sampled)) return set.take(asked.judge, kept);
  try {
    const opinions = await judgePair(model, pair, asked.sampled, { signal, onLoading: loading });
    signal.throwIfAborted();
    set.take(asked.judge, opinions);
    await log.save(model.choice, pair, opinions);
    refusals.end();
  } catch (error) {
    if (signal.aborted || errorCode(error) || !refusals.mayGoOn()) throw error;
    note(`${refusals.words} ${sentenceOf(error)}`);
  } finally {
    loading(null);
  }
}
