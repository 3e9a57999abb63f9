/** Logprob, in nats, of a token. // [vocab] */
export function logprobOf(logits: Float32Array, token: number): number {
  let greatest = -Infinity;
  for (const logit of logits) if (logit > greatest) greatest = logit;
  let sum = 0;
  for (const logit of logits) sum += Math.exp(logit - greatest);
  return logits[token]! - greatest - Math.log(sum);
}

/**
 * How likely each of a few tokens is to come next, if one of them must: a judge's verdict. Adds up to 1, in the tokens' order.
 */
export function verdict(logits: Float32Array, tokens: readonly number[]): number[] {
  const greatest = Math.max(...tokens.map((token) => logits[token]!));
  const weights = tokens.map((token) => Math.exp(logits[token]! - greatest));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** Rows read together, so that their logits stay in bounds, and longer ones in pieces of at most `width` tokens. */
export interface ScoringPlan {
  rows: number;
  width: number;
}

const MOST_LOGITS = 16_000_000; // numbers, 64 MB

export function planScoring(longest: number, vocabulary: number): ScoringPlan {
  const width = Math.max(1, Math.min(longest, 128, Math.floor(MOST_LOGITS / vocabulary)));
  return { rows: Math.max(1, Math.floor(MOST_LOGITS / vocabulary / width)), width };
}

export type Continuations = readonly (readonly number[])[];

/** A batch that tells what the model thinks at each token it reads, and not only at the last. // rows × new × [vocab] */
export interface ThroughReader {
  keep(rows: readonly number[]): void;
  readThrough(tokens: Continuations): Promise<Float32Array[][]>;
}

/**
 * The logprobs of the tokens of continuations, one in each row, of which `first` are the logits before they begin. A token is
 * judged by the logits before it, so the last of each is never read.
 */
export async function scoreTogether(
  batch: ThroughReader,
  first: Float32Array,
  continuations: Continuations,
  width: number,
): Promise<number[][]> {
  const scores = continuations.map((tokens) => tokens.slice(0, 1).map((token) => logprobOf(first, token)));
  let rows = [...continuations.keys()];
  for (let start = 0; ; start += width) {
    const unread = (row: number) => continuations[row]!.slice(start, -1).slice(0, width);
    const going = rows.filter((row) => unread(row).length > 0);
    if (going.length === 0) return scores;
    if (going.length < rows.length) batch.keep(going.map((row) => rows.indexOf(row)));
    rows = going;
    const thoughts = await batch.readThrough(rows.map(unread));
    rows.forEach((row, index) => {
      thoughts[index]!.forEach((logits, at) => {
        scores[row]!.push(logprobOf(logits, continuations[row]![start + at + 1]!));
      });
    });
  }
}
