import { type Fate, FATES } from "../../../metrics/vote-fates";

/** What became of a vote, as the lesson says it. */
export const FATE_WORDS: Record<Fate, string> = {
  right: "Vote right",
  tied: "Tie: a draw decides",
  outvoted: "Vote wrong, some try right",
  hopeless: "No try right",
};

/** Problems by what became of their vote, without the fates that none has. */
export function byFate<Sorted extends { fate: Fate }>(
  problems: readonly Sorted[],
): { fate: Fate; problems: Sorted[] }[] {
  return FATES.map((fate) => ({ fate, problems: problems.filter((one) => one.fate === fate) })).filter(
    ({ problems }) => problems.length > 0,
  );
}
