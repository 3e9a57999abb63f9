import type { Candidate } from "../../candidates";
import { type Cluster, clusterCandidates } from "../../clusters";
import type { Lab, Reading } from "../../lab";
import { selectionOf } from "../../selectors/selection";
import { attemptText } from "../aggregation/attempt-text";
import type { Method } from "../method";
import { withReadings } from "../with-readings";
import { instructedPairPrompt } from "./instructed-prompts";
import { trainedPairPrompt } from "./trained-prompts";
import { verdictOf } from "./verdict";

/**
 * A knockout between the answers, each by its first sample, in both orders (J1, pairwise: arXiv 2505.10320). As in a tennis draw the
 * answers with most votes meet last; where the two orders disagree, the one with more votes goes on.
 */
export const pairwise: Method = {
  id: "pairwise",
  label: "Knockout by judge",
  description: "A judge compares the answers two by two, in both orders, until one is left.",
  needs: ["judge"],

  async run(pool, most, lab) {
    if (!lab) return null;
    const candidates = await pool.take(most);
    const readings: Reading[] = [];
    let left = clusterCandidates(candidates).filter(({ answer }) => answer !== null);
    while (left.length > 1) left = await round(left, lab, readings);
    const carriers = left.flatMap((cluster) => cluster.candidates);
    return withReadings(selectionOf(left, carriers, candidates), readings);
  },
};

/** The first against the last, the second against the last but one …; the odd one out, in the middle, goes on. */
async function round(left: readonly Cluster[], lab: Lab, readings: Reading[]): Promise<Cluster[]> {
  const matches = Array.from(
    { length: Math.floor(left.length / 2) },
    (_, at) => [left[at]!, left.at(-1 - at)!] as const,
  );
  const asked = matches
    .flatMap(([a, b]) => [pairPrompt(a, b, lab), pairPrompt(b, a, lab)])
    .map((prompt) => ({ prompt, samples: 1 }));
  const written = (await lab.ask("judge", asked, 0)).map(([sample]) => sample!);
  const winners = matches.map(([a, b], at) => {
    const [forward, backward] = [written[2 * at]!, written[2 * at + 1]!];
    readings.push({
      role: "judge",
      of: `${a.answer} against ${b.answer}`,
      prompt: asked[2 * at]!.prompt,
      sample: forward,
    });
    readings.push({
      role: "judge",
      of: `${b.answer} against ${a.answer}`,
      prompt: asked[2 * at + 1]!.prompt,
      sample: backward,
    });
    return verdictOf(forward.text) === "B" && verdictOf(backward.text) === "A" ? b : a;
  });
  return left.length % 2 ? [...winners, left[(left.length - 1) / 2]!] : winners;
}

function pairPrompt(a: Cluster, b: Cluster, lab: Lab): string {
  const promptOf = lab.isTrained("judge") ? trainedPairPrompt : instructedPairPrompt;
  return promptOf(lab.question, textOf(a.candidates[0]!), textOf(b.candidates[0]!));
}

const textOf = ({ sample }: Candidate) => attemptText(sample.text);
