import type { Estimate } from "./interval";
import type { Outcomes } from "./outcomes";
import { wilson } from "./wilson";

/** A method that pays for a reader, and the vote of as many samples as its tokens would have bought. */
export interface EqualCost {
  id: string;
  label: string;
  /** Taken by the method. */
  samples: number;
  /** Generated per problem, by all models. */
  tokens: number;
  accuracy: Estimate;
  /** How many samples these tokens buy, and what their vote is worth on the same problems; null where fewer were drawn. */
  votes: number;
  vote: Estimate | null;
  /** Problems that were read. */
  problems: number;
}

/** For each method that has the samples read, at each number of samples at which something was. */
export function equalCosts({ counts, methods, problems }: Outcomes): EqualCost[] {
  return methods.flatMap(({ id, label, reads }, method) =>
    !reads
      ? []
      : counts.flatMap((samples, at): EqualCost[] => {
          const read = problems.flatMap(({ methods, votes, sampleTokens = NaN, samples: drawn }) => {
            const { accuracy, tokens } = methods[method]![at]!;
            return votes && !Number.isNaN(accuracy) ? [{ accuracy, tokens, votes, sampleTokens, drawn }] : [];
          });
          if (read.length === 0) return [];
          const sum = (valueOf: (one: (typeof read)[number]) => number) =>
            read.reduce((total, one) => total + valueOf(one), 0);
          const perSample = sum(({ sampleTokens }) => sampleTokens) / sum(({ drawn }) => drawn);
          const tokens = sum((one) => one.tokens) / read.length;
          const votes = Math.max(1, Math.round(tokens / perSample));
          const right = sum((one) => one.votes[votes - 1] ?? NaN);
          const accuracy = wilson(sum((one) => one.accuracy), read.length); // prettier-ignore
          const vote = Number.isNaN(right) ? null : wilson(right, read.length);
          return [{ id, label, samples, tokens, accuracy, votes, vote, problems: read.length }];
        }),
  );
}

/** "Aggregator, 8 samples: 70.0 % for 410 tokens per problem. The vote of 9 samples costs the same: 66.7 %." */
export function equalCostInWords({ label, samples, tokens, accuracy, votes, vote }: EqualCost): string {
  const own = `${label}, ${samples} samples: ${percent(accuracy)} for ${Math.round(tokens)} tokens per problem.`;
  const bought = votes === 1 ? "one sample" : `${votes} samples`;
  return vote
    ? `${own} The vote of ${bought} costs the same: ${percent(vote)}.`
    : `${own} The same tokens would buy ${bought}, more than were drawn.`;
}

const percent = ({ value }: Estimate) => `${(100 * value).toFixed(1)} %`;
