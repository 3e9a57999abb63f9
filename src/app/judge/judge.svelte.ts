import { MODELS } from "../../../models";
import type { LanguageClient } from "../../client/language-client";
import type { FaultLog } from "../../lab/imports/fault-log";
import { pairLines } from "../../lab/pairs/pair-lines";
import type { SolutionPair } from "../../lab/pairs/solution-pair";
import { Job } from "../job.svelte";
import type { Library, LoadProgress } from "../library.svelte";
import { nextTask } from "../next-task";
import { paramsOf } from "../params-of";
import { offerDownload } from "../offer-download";
import { sentenceOf } from "../sentence-of";
import { Turn } from "../tradeoffs/turn.svelte";
import { judgeAll } from "./judge-all";
import { JudgeForm } from "./judge-form.svelte";
import { JudgeLog } from "./judge-log";
import { JUDGE_NUMBERS, type JudgeSettings } from "./judge-settings";
import { Judges } from "./judges.svelte";
import { PairSet } from "./pair-set.svelte";
import { PocketPairs } from "./pocket-pairs";
import { readPairFile } from "./read-pair-file";

/** How long workers may take to hear Stop. */
const PATIENCE_MS = 5000;

/** Pairs, and where more of them come from; those of a file are all there are. */
interface Shown {
  set: PairSet;
  source?: PocketPairs;
}

/** Pairs of solutions of which one is right, and what judges make of them in both orders. What pocket judges made outlives the page. */
export class Judge {
  readonly judges = new Judges();
  readonly form = new JudgeForm(this.judges);
  readonly job: Job<"judging">;
  #set = $state.raw<PairSet | null>(null);
  #file = $state.raw<{ set: PairSet; skipped: FaultLog } | null>(null);
  /** Of the judge that is being loaded, which has a worker of its own. */
  #judgeLoading = $state.raw<LoadProgress | null>(null);
  #note = $state("");
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing is drawn from it
  readonly #made = new Map<string, Shown>();
  readonly #log = new JudgeLog();
  readonly #turn: Turn;
  readonly #client: LanguageClient;
  readonly #library: Library;
  #asked = $state.raw<JudgeSettings | null>(null);
  #links = 0;

  /** `others` use the same worker. */
  constructor(client: LanguageClient, library: Library, others: { readonly busy: boolean }) {
    this.#client = client;
    this.#library = library;
    this.job = new Job(library, () => PATIENCE_MS);
    this.#turn = new Turn(this.job, others, () => {
      const asked = this.#asked;
      return asked && (() => this.#judge(asked));
    });
  }

  get busy() {
    return this.job.busy;
  }
  /** What is shown. */
  get set() {
    return this.#set;
  }
  /** What the fields asked for when it was begun. */
  get asked() {
    return this.#asked;
  }
  /** The pairs imported last. */
  get file() {
    return this.#file;
  }
  get judgeLoading() {
    return this.#judgeLoading;
  }
  /** What befell it on the way, in a sentence. */
  get note() {
    return this.#note;
  }

  link(options?: { run: boolean }): string {
    return this.form.link(options);
  }

  /** Takes over what a link says, and starts if it says so. */
  async openLink(params: URLSearchParams): Promise<void> {
    if (this.#links > 0 && `${params}` === `${paramsOf(this.link())}`) return; // Back from another view.
    const link = ++this.#links;
    await this.#settle();
    if (link !== this.#links) return;
    const start = this.form.open(params);
    this.#showChosen();
    if (!start) return;
    await nextTask(); // The page may be in the middle of being built.
    if (link === this.#links) await this.run();
  }

  /** Judges what the fields ask for, or says at each field what is wrong with it. What was judged before is not judged again. */
  run(): Promise<void> {
    const asked = this.busy ? null : this.form.check();
    if (!asked) return this.job.underWay;
    this.#asked = asked;
    return this.#turn.take(() => this.#judge(asked));
  }

  /** What was judged is kept, and Judge goes on with the next pair. */
  stop(): void {
    this.#turn.leave();
    this.job.stop();
  }

  /** Takes the pairs of a file, with the verdicts that it may hold. Its faults become the view's. */
  async take(file: File): Promise<void> {
    await this.#settle();
    try {
      this.#file = await readPairFile(file);
      this.form.values.count = Math.min(JUDGE_NUMBERS.count.max, this.#file.set.pairs.length);
      this.form.complaints.replace([]);
      this.choosePairs(null);
    } catch (error) {
      this.form.complaints.add("file", sentenceOf(error));
    }
  }

  /** Shows other pairs: those of a level, or for null the imported ones. */
  choosePairs(level: number | null): void {
    this.form.values.level = level;
    if (this.busy) return;
    this.#showChosen();
  }

  /** Takes a model from a folder as the judge. */
  takeFolder(files: readonly File[]): void {
    if (files.length > 0) this.form.values.judge = this.judges.add(files).id;
  }

  /** Offers what is shown as a file that Import reads back. */
  exportLines(): void {
    if (this.#set)
      offerDownload([...pairLines(this.#set.pairs, this.#set.opinions)].join(""), "quorum-judgements.jsonl");
  }

  #showChosen(): void {
    const { level } = this.form.values;
    this.#set = (level === null ? this.#file : this.#made.get(keyOf(this.form.values)))?.set ?? null;
    this.#note = "";
    this.job.become("idle", "");
  }

  async #settle(): Promise<void> {
    this.#turn.leave();
    await this.job.settle();
  }

  async #judge(asked: JudgeSettings): Promise<void> {
    const shown = asked.level === null ? this.#file : this.#pairsOf(asked);
    this.#set = shown?.set ?? null;
    this.#note = "";
    this.job.become("judging", "");
    try {
      if (shown) await this.#judgeAll(shown, asked);
      this.job.become("finished");
    } catch (error) {
      this.job.become(this.job.endOf(error));
    }
    this.#judgeLoading = null;
    this.#turn.takeUp(); // It gave way.
  }

  #judgeAll({ set, source }: Shown, asked: JudgeSettings): Promise<void> {
    return judgeAll({
      ...{ set, asked, model: this.judges.model(asked.judge), log: this.#log, signal: this.job.signal },
      more: async () => {
        if (!source || source.done) return false;
        set.add(await this.#write(source));
        return true;
      },
      loading: (progress) => (this.#judgeLoading = progress),
      note: (sentence) => (this.#note = sentence),
    });
  }

  /** The pairs of the next few problems, by the policy in the page's own worker. */
  async #write(source: PocketPairs): Promise<SolutionPair[]> {
    const policy = this.#library.find(MODELS[0]!.id)!;
    if (!this.#library.heldAs(policy.id, "auto")) {
      await this.job.load(policy, "auto");
      this.job.become("judging");
    }
    return source.more(this.#client, policy.id, this.job.signal);
  }

  #pairsOf(asked: JudgeSettings): Shown {
    const key = keyOf(asked);
    const made = this.#made.get(key) ?? {
      set: new PairSet(),
      source: new PocketPairs(asked.level!, asked.seed),
    };
    this.#made.set(key, made);
    return made;
  }
}

const keyOf = ({ level, seed }: Pick<JudgeSettings, "level"> & { seed: number | null }) => `${level} ${seed}`;
