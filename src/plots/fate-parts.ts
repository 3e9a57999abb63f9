import { count, percent } from "../metrics/in-words";
import { type Fate, FATES } from "../metrics/vote-fates";
import { methodLook } from "./method-colours";

/** Problems of one fate, as a part of the bar of all problems. */
export interface FatePart {
  fate: Fate;
  problems: readonly number[];
  /** Along the bar, in problems. */
  start: number;
  end: number;
  what: string;
  howMany: string;
  colour: { fill: string; fillOpacity: number };
}

const WORDS: Record<Fate, string> = {
  right: "Vote right",
  tied: "Vote tied",
  outvoted: "Vote wrong though a sample is right",
  hopeless: "No sample right",
};
/** From the vote's own colour to none; told apart in grey as well. */
const COLOURS: Record<Fate, FatePart["colour"]> = {
  right: { fill: methodLook("majority").colour, fillOpacity: 1 },
  tied: { fill: methodLook("majority").colour, fillOpacity: 0.4 },
  outvoted: { fill: "var(--accent)", fillOpacity: 1 },
  hopeless: { fill: "var(--cluster-none)", fillOpacity: 0.6 },
};

/** Each part begins where the one before it ends. */
export function fateParts(fates: Readonly<Record<Fate, readonly number[]>>): FatePart[] {
  const total = FATES.reduce((sum, fate) => sum + fates[fate].length, 0);
  let end = 0;
  return FATES.map((fate) => {
    const problems = fates[fate];
    const start = end;
    end += problems.length;
    const howMany = `${count(problems.length, "problem")}, ${percent(problems.length / total)}`;
    return { fate, problems, start, end, what: WORDS[fate], howMany, colour: COLOURS[fate] };
  });
}
