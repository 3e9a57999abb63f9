import type { VoteScores } from "../../lab/recorded/score-votes";
import { seededRandom } from "../../lab/random";
import { bootstrapDifference } from "../../metrics/bootstrap";
import type { Estimate } from "../../metrics/interval";
import { countDiscordant, type Discordant, mcnemar } from "../../metrics/mcnemar";
import type { Figure } from "./summary";

/** How two ways to choose differ on the same problems. */
export interface Difference {
  figures: [Figure, Figure];
  estimate: Estimate;
  problems: number;
  /** Absent for pass@1, which is a share and not right or wrong. */
  test?: Discordant & { midP: number };
}

const PAIRS: [Figure, Figure][] = [
  ["maj", "pass1"],
  ["weighted", "maj"],
  ["bestByScore", "maj"],
];

/** Each over the problems that have both figures; left out where none has. */
export function differences(scores: readonly VoteScores[], seed: number): Difference[] {
  return PAIRS.flatMap(([one, other]) => {
    const both = scores.flatMap((score) => {
      const [a, b] = [numberOf(score[one]), numberOf(score[other])];
      return a === null || b === null ? [] : [{ a, b }];
    });
    if (both.length === 0) return [];
    const [a, b] = [both.map((pair) => pair.a), both.map((pair) => pair.b)];
    const estimate = bootstrapDifference(a, b, seededRandom(seed, one, other));
    const discordant = countDiscordant(a, b);
    const test = other === "pass1" ? undefined : { ...discordant, midP: mcnemar(discordant).midP };
    return [
      { figures: [one, other], estimate, problems: both.length, ...(test && { test }) } satisfies Difference,
    ];
  });
}

const numberOf = (value: VoteScores[Figure]) =>
  value === null || typeof value === "number" ? value : value.value;
