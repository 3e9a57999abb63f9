import type { Opinion, PairOpinions, Rating } from "../../lab/pairs/pair-judgement";
import { either, fields, list, number, oneOf, optional, type Shape, text } from "../../storage/shape";

const none: Shape = (value, path) => (value === null ? null : `${path} is not null`);
const verdict = either(oneOf("A", "B"), none);
const score = either(number, none);
const opinion: Record<keyof Opinion, Shape> = { verdict, text };
const rating: Record<keyof Rating, Shape> = { score, text };
const opinions: Record<Exclude<keyof PairOpinions, "pair">, Shape> = {
  orders: fields({ AB: optional(fields(opinion)), BA: optional(fields(opinion)) }),
  ratings: fields({ A: optional(fields(rating)), B: optional(fields(rating)) }),
  sampled: fields({
    orders: fields({ AB: list(verdict), BA: list(verdict) }),
    ratings: fields({ A: list(score), B: list(score) }),
  }),
  tokens: number,
};

/** What was kept of a pair's judgement; null where it is not of the shape, so that it is judged again. */
export function readOpinions(pair: string, value: unknown): PairOpinions | null {
  return fields(opinions)(value, "opinions") === null ? { ...(value as PairOpinions), pair } : null;
}
