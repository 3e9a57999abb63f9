import { type Estimate } from "../../metrics/interval";
import { wilson } from "../../metrics/wilson";
import { CROWD_WRONG } from "./crowd-wrong";
import type { RecordedMany } from "./recorded-crowd";

/** A reading of some attempts, and the vote that the same tokens buy. */
export interface EqualVotes {
  attempts: number;
  /** Of the attempts, what the aggregator writes besides, and what it reads for that. */
  attemptTokens: number;
  writtenTokens: number;
  readTokens: number;
  aggregator: Estimate;
  /** Samples that attempts and reading would have bought. */
  votes: number;
  vote: Estimate;
}

/** For each number of attempts that there is anything to read of; those whose price more samples than were drawn would match are left out. */
export function equalVotes(many: RecordedMany): EqualVotes[] {
  return CROWD_WRONG.shown.flatMap((attempts, at): EqualVotes[] => {
    const writtenTokens = many.written[at]!;
    const votes = Math.round(attempts + writtenTokens / many.tokens);
    if (attempts === 0 || votes > many.votes.length) return [];
    return [
      {
        attempts,
        attemptTokens: attempts * many.tokens,
        writtenTokens,
        readTokens: many.read[at]!,
        aggregator: aggregatorRate(many, at),
        votes,
        vote: wilson(many.votes[votes - 1]! * many.problems.length, many.problems.length),
      },
    ];
  });
}

/** How often the aggregator is right over all problems, by the place of what it is shown among `CROWD_WRONG.shown`. */
export function aggregatorRate({ problems }: Pick<RecordedMany, "problems">, at: number): Estimate {
  return wilson(
    problems.reduce((sum, { aggregated }) => sum + aggregated[at]!, 0),
    problems.length,
  );
}
