import { type Candidate, toCandidate } from "../../candidates";
import type { Lab, Reading } from "../../lab";
import { first } from "../../selectors/first";
import { selecting } from "../selecting";
import type { Method } from "../method";
import { aggregationPrompt, MOST_ATTEMPTS, shuffled } from "./attempts";
import { writtenSelection } from "./written";

/** Rounds before the last, and solutions written in each of them. */
const ROUNDS = 1;
const WIDTH = 4;

/** Aggregation whose solutions are the attempts of a next round; the last round writes one (after RAM's `paragator`). */
export const iteratedAggregation: Method = {
  id: "iterated-aggregation",
  label: "Aggregator, twice",
  description: "The aggregator writes four solutions from the attempts, then one from those four.",
  needs: ["aggregator"],

  async run(pool, most, lab) {
    if (!lab) return null;
    const candidates = await pool.take(Math.min(most, MOST_ATTEMPTS));
    if (candidates.length < 2) return selecting("first", first).run(pool, 1);
    const readings: Reading[] = [];
    let attempts: readonly Candidate[] = candidates;
    for (let round = 0; round < ROUNDS; round++)
      attempts = await rewrite(attempts, lab, round, WIDTH, readings);
    const [written] = await rewrite(attempts, lab, ROUNDS, 1, readings);
    return writtenSelection(candidates, written!.sample, readings, lab);
  },
};

/** `count` solutions written from the attempts, each from an order of its own; sampled, unless there is but one. */
async function rewrite(
  attempts: readonly Candidate[],
  lab: Lab,
  round: number,
  count: number,
  readings: Reading[],
): Promise<Candidate[]> {
  const asked = Array.from({ length: count }, (_, time) => ({
    prompt: aggregationPrompt(shuffled(attempts, lab, round * WIDTH + time), lab),
    samples: 1,
  }));
  const written = await lab.ask("aggregator", asked, count > 1 ? 1 : 0);
  return written.map(([sample], at) => {
    readings.push({
      role: "aggregator",
      of: `${attempts.length} attempts`,
      prompt: asked[at]!.prompt,
      sample: sample!,
    });
    return toCandidate(sample!, lab.expected);
  });
}
