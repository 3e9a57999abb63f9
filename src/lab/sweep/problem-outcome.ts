import { majorityEstimate } from "../../metrics/majority-estimate";
import type { Outcome, ProblemOutcome } from "../../metrics/outcomes";
import { passAtK } from "../../metrics/pass-at-k";
import type { Candidate } from "../candidates";
import { clusterCandidates } from "../clusters";
import { drawnPool, type Method } from "../methods/method";
import { hash32, seededRandom } from "../random";
import { majority } from "../selectors/majority";

/** 1, 2, 4 … and the most. */
export function sampleCounts(most: number): number[] {
  const counts = Array.from({ length: Math.floor(Math.log2(most)) + 1 }, (_, i) => 2 ** i);
  return counts.at(-1) === most ? counts : [...counts, most];
}

/** A problem that was drawn no further, since these methods had enough of it. */
export interface StoppedEarly {
  by: readonly Method[];
  /** So many first samples every problem of the sweep has, whatever they said. */
  after: number;
}

/**
 * All that the figures need of a problem, from its samples in their order; `counts` are the numbers of samples to look at. Of
 * one that was stopped early, all but the methods that stopped it goes by the first samples alone: how many there
 * are more depends on what they said, so that they are no fair draw.
 */
export async function problemOutcome(
  problem: number,
  candidates: readonly Candidate[],
  methods: readonly Method[],
  counts: readonly number[],
  stopped: StoppedEarly = { by: [], after: candidates.length },
): Promise<ProblemOutcome> {
  const fair = candidates.slice(0, stopped.after);
  const samples = fair.length;
  const right = fair.filter(({ correct }) => correct).length;
  const clusters = clusterCandidates(fair);
  const vote = majority.select(fair, clusters)?.expectedAccuracy;
  const ballots = clusters.flatMap(({ key, answer, candidates }) =>
    candidates.map(({ correct = false }) => ({ answer: answer && key, correct, weight: 1 })),
  );
  const random = seededRandom(hash32(`votes of problem ${problem}`)); // Where a vote cannot be counted out, it is drawn.
  const at = (valueOf: (k: number) => number) => counts.map((k) => (k <= samples ? valueOf(k) : NaN));
  return {
    problem,
    samples,
    right,
    leading: Math.max(0, ...clusters.map(({ answer, candidates }) => (answer ? candidates.length : 0))),
    majority: vote ? vote.right / vote.of : NaN,
    passAt: at((k) => passAtK(samples, right, k)),
    majorityAt: at((k) => majorityEstimate(ballots, k, random).value),
    methods: await Promise.all(
      methods.map((method) =>
        outcomesOf(method, candidates, counts, stopped.by.includes(method) ? Infinity : samples),
      ),
    ),
  };
}

/** What a method makes of the first k candidates, for each k of `counts`; not known for more than `most`. */
async function outcomesOf(
  method: Method,
  candidates: readonly Candidate[],
  counts: readonly number[],
  most: number,
): Promise<Outcome[]> {
  const pool = drawnPool(candidates);
  return Promise.all(
    counts.map(async (count) => {
      const selection = count <= most ? await method.run(pool, count) : null;
      const share = selection?.expectedAccuracy;
      return { accuracy: share ? share.right / share.of : NaN, tokens: selection?.tokens ?? NaN };
    }),
  );
}
