import type { Sample } from "../../../workers/protocol";
import type { LanguageClient } from "../../client/language-client";
import { PAIR_SAMPLES, PAIR_SAMPLING, pairSeed, pocketPair } from "../../lab/pairs/pocket-pair";
import type { SolutionPair } from "../../lab/pairs/solution-pair";
import { sampleOf } from "../../lab/sweep/sample-of";
import { TooFewProblems, triedProblems } from "../../lab/tasks/problems";
import type { Problem } from "../../lab/tasks/task";
import { wordProblems } from "../../lab/tasks/word-problems";
import { breathing } from "../breathing";

/** Asked together, always the same ones, so that their samples are the same bits wherever somebody stopped. */
const TOGETHER = 4;
/** Some problems have no pair, as all their samples are right, or all wrong. */
const MOST_PROBLEMS = 20_000;

/** The pairs of a level and a seed, one after another, from a policy's samples of held-out problems. */
export class PocketPairs {
  readonly #problems: Iterator<Problem | null>;
  /** Asked next; kept until they were answered. */
  #next: Problem[] = [];
  #done = false;

  constructor(level: number, seed: number) {
    const set = { level, seed, split: "test" as const, count: MOST_PROBLEMS };
    this.#problems = triedProblems(wordProblems, set);
  }

  /** Whether the level has no more problems. */
  get done() {
    return this.#done && this.#next.length === 0;
  }

  /** The pairs of the next few problems, which may be none. `model` is what the client's worker holds. */
  async more(client: LanguageClient, model: string, signal: AbortSignal): Promise<SolutionPair[]> {
    await this.#find(breathing(signal));
    const problems = this.#next;
    if (problems.length === 0) return [];
    const samples = await write(problems, client, model, signal);
    signal.throwIfAborted();
    this.#next = [];
    const pairs = await Promise.all(problems.map((problem, at) => pocketPair(problem, samples[at]!)));
    return pairs.filter((pair) => pair !== null);
  }

  async #find(breathe: () => Promise<void> | undefined): Promise<void> {
    while (this.#next.length < TOGETHER && !this.#done) {
      const problem = this.#try();
      if (problem) this.#next.push(problem);
      await breathe();
    }
  }

  #try(): Problem | null {
    try {
      const next = this.#problems.next() as IteratorResult<Problem | null, undefined>;
      if (next.done) this.#done = true;
      return next.value ?? null;
    } catch (error) {
      if (!(error instanceof TooFewProblems)) throw error;
      this.#done = true;
      return null;
    }
  }
}

async function write(
  problems: readonly Problem[],
  client: LanguageClient,
  model: string,
  signal: AbortSignal,
): Promise<Sample[][]> {
  const written: Sample[][] = problems.map(() => []);
  const prompts = problems.map((problem) => ({
    messages: [{ role: "user" as const, content: problem.question }],
    seed: pairSeed(problem),
    samples: Array.from({ length: PAIR_SAMPLES }, (_, sample) => sample),
  }));
  await client.samplePrompts(
    { model, prompts, sampling: PAIR_SAMPLING, fresh: true },
    (event) => {
      if (event.type === "written")
        for (const one of event.samples) written[one.prompt]![one.sample] = sampleOf(one);
    },
    signal,
  );
  return written;
}
