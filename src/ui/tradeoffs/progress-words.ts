import { grouped } from "../ask/grouped";

export interface SweepProgress {
  samples: number;
  /** At most. */
  total: number;
  /** Where methods may have enough of a problem early: how many of the problems that holds for. */
  problems?: { enough: number; asked: number };
}

/** "31 of 100 problems have enough, with 240 samples", or "240 of 1,600 samples". */
export function progressWords({ samples, total, problems }: SweepProgress): string {
  if (!problems) return `${grouped(samples)} of ${grouped(total)} samples`;
  const { enough, asked } = problems;
  return `${grouped(enough)} of ${grouped(asked)} problems have enough, with ${grouped(samples)} samples`;
}

/** From 0 to 1. */
export const progressShare = ({ samples, total, problems }: SweepProgress): number =>
  problems ? problems.enough / Math.max(1, problems.asked) : samples / Math.max(1, total);

/** How many samples are left, as far as can be told: a problem that is left may need as many as the others did. */
export const samplesLeft = ({ samples, total, problems }: SweepProgress): number =>
  problems ? (samples / Math.max(1, problems.enough)) * (problems.asked - problems.enough) : total - samples;

/** What a sweep that has ended left out; empty where nothing. */
export function leftOutWords({ samples, total, problems }: SweepProgress): string {
  const left = total - samples;
  if (left === 0) return "";
  return problems
    ? `; ${grouped(left)} more were not needed`
    : `. Some of the methods chosen need the other ${grouped(left)}: Resume draws them`;
}
