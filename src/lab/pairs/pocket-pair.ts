import type { Sample } from "../../../workers/protocol";
import { toCandidate } from "../candidates";
import { groupCandidates } from "../group-candidates";
import { hash32, seededRandom } from "../random";
import type { Problem } from "../tasks/task";
import { drawPair } from "./draw-pair";
import type { SolutionPair } from "./solution-pair";

/** Samples of a problem among which a pair is looked for, and how they are drawn: as `npm run eval -- --role pair-judge` does. */
export const PAIR_SAMPLES = 8;
export const PAIR_SAMPLING = { temperature: 1, topP: 1, maxTokens: 256, topK: 0, minP: 0, stop: [] };
export const pairSeed = ({ id }: Problem): number => hash32(id);

/** A pair from a problem's samples, in an order drawn by chance; null where it has none. */
export async function pocketPair(problem: Problem, samples: readonly Sample[]): Promise<SolutionPair | null> {
  const { id, question, answer } = problem;
  const candidates = await groupCandidates(samples.map((sample) => toCandidate(sample, answer)), { expected: answer }); // prettier-ignore
  const marked = candidates.map(({ sample, correct }) => ({ text: sample.text, right: correct === true }));
  const pair = drawPair(seededRandom("pair", id), { samples: marked });
  if (!pair) return null;
  const better = seededRandom("order", id)() < 0.5 ? "A" : "B";
  const { better: right, worse: wrong } = pair;
  const responses = better === "A" ? { A: right, B: wrong } : { A: wrong, B: right };
  return { id, question, responses, better };
}
