/* eslint-disable svelte/prefer-svelte-reactivity -- maps are replaced whole, and never changed once they are shown */
import { judgedPair } from "../../lab/pairs/judged-pair";
import type { Opinions } from "../../lab/pairs/pair-lines";
import type { PairOpinions } from "../../lab/pairs/pair-judgement";
import type { SolutionPair } from "../../lab/pairs/solution-pair";
import type { JudgedPair } from "../../metrics/judge-worth";

/** Pairs, and what judges made of them: by the judge's id, by the pair's. */
export class PairSet {
  /** Of the file; absent for pairs made here. */
  readonly file: string | undefined;
  #pairs = $state.raw<readonly SolutionPair[]>([]);
  #opinions = $state.raw<Opinions>(new Map());

  constructor(file?: string) {
    this.file = file;
  }

  get pairs() {
    return this.#pairs;
  }
  get opinions() {
    return this.#opinions;
  }
  /** Ids of those who judged some of the pairs, in the order in which they began. */
  readonly judges = $derived([...this.#opinions.keys()]);

  add(pairs: readonly SolutionPair[]): void {
    this.#pairs = [...this.#pairs, ...pairs];
  }

  opinion(judge: string, pair: string): PairOpinions | undefined {
    return this.#opinions.get(judge)?.get(pair);
  }

  /** Takes what a judge made of a pair, instead of what it made of it before. */
  take(judge: string, ...added: readonly PairOpinions[]): void {
    const of = new Map(this.#opinions.get(judge));
    for (const one of added) of.set(one.pair, one);
    this.#opinions = new Map(this.#opinions).set(judge, of);
  }

  /** What the figures of a judge are drawn from. */
  judgedBy(judge: string): JudgedPair[] {
    return this.#pairs.flatMap((pair, index) => {
      const opinions = this.opinion(judge, pair.id);
      return (opinions && judgedPair(index, pair, opinions)) ?? [];
    });
  }
}
