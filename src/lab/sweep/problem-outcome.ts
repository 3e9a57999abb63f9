import { majorityEstimate } from "../../metrics/majority-estimate";
import type { Outcome, ProblemOutcome } from "../../metrics/outcomes";
import { passAtK } from "../../metrics/pass-at-k";
import type { Candidate } from "../candidates";
import { clusterCandidates } from "../clusters";
import type { Lab } from "../lab";
import { drawnPool, type Method } from "../methods/method";
import { tokensRead } from "../methods/with-readings";
import { hash32, seededRandom } from "../random";
import { majority } from "../selectors/majority";
import { firstVotes } from "./first-votes";
import { ifWritten } from "./if-written";
import { readingCounts } from "./reading-counts";

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
 * are more depends on what they said, so that they are no fair draw. `lab` knows what other models have written about the
 * samples, if anything: a method that needs more has no value.
 */
export async function problemOutcome(
  problem: number,
  candidates: readonly Candidate[],
  methods: readonly Method[],
  counts: readonly number[],
  stopped: StoppedEarly = { by: [], after: candidates.length },
  lab?: Lab,
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
        outcomesOf(method, candidates, {
          counts: method.needs ? readingCounts(counts) : counts,
          all: counts,
          most: stopped.by.includes(method) ? Infinity : samples,
          lab,
        }),
      ),
    ),
    ...(lab && firstVotes(fair)),
  };
}

interface Looked {
  /** Only for these a value is looked for … */
  counts: readonly number[];
  /** … of all these. */
  all: readonly number[];
  /** For more it is not known. */
  most: number;
  lab: Lab | undefined;
}

/** What a method makes of the first k candidates, for each k. */
async function outcomesOf(
  method: Method,
  candidates: readonly Candidate[],
  { counts, all, most, lab }: Looked,
): Promise<Outcome[]> {
  const pool = drawnPool(candidates);
  return Promise.all(
    all.map(async (count) => {
      const isLookedFor = count <= most && counts.includes(count);
      const selection = isLookedFor ? await ifWritten(method.run(pool, count, lab)) : null;
      const share = selection?.expectedAccuracy;
      const readings = selection?.readings;
      return {
        accuracy: share ? share.right / share.of : NaN,
        tokens: selection?.tokens ?? NaN,
        ...(readings && { roleTokens: tokensRead(readings) }),
      };
    }),
  );
}
