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

/** All that the figures need of a problem, from its samples in their order; `counts` are the numbers of samples to look at. */
export async function problemOutcome(
  problem: number,
  candidates: readonly Candidate[],
  methods: readonly Method[],
  counts: readonly number[],
): Promise<ProblemOutcome> {
  const samples = candidates.length;
  const right = candidates.filter(({ correct }) => correct).length;
  const clusters = clusterCandidates(candidates);
  const vote = majority.select(candidates, clusters)?.expectedAccuracy;
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
    methods: await Promise.all(methods.map((method) => outcomesOf(method, candidates, counts))),
  };
}

/** What a method makes of the first k candidates, for each k of `counts`. */
async function outcomesOf(
  method: Method,
  candidates: readonly Candidate[],
  counts: readonly number[],
): Promise<Outcome[]> {
  const pool = drawnPool(candidates);
  return Promise.all(
    counts.map(async (count) => {
      const selection = count <= candidates.length ? await method.run(pool, count) : null;
      const share = selection?.expectedAccuracy;
      return { accuracy: share ? share.right / share.of : NaN, tokens: selection?.tokens ?? NaN };
    }),
  );
}
