import { count, significant } from "./in-words";
import type { Estimate } from "./interval";
import type { PairedDifference } from "./paired-difference";

/** "+11.0 points [4.0, 18.0]": a difference of shares with its 95 % interval. */
export function points({ value, low, high }: Estimate): string {
  const plus = value > 0 ? "+" : "";
  return `${plus}${tenths(value)} points [${tenths(low)}, ${tenths(high)}]`;
}

/** With a real minus sign, and no negative nought. */
function tenths(share: number): string {
  const text = (100 * share).toFixed(1);
  return text === "-0.0" ? "0.0" : text.replace("-", "−");
}

/** What a comparison comes to, in one or two plain sentences. */
export function pairedInWords({ a, b, discordant, difference, p }: PairedDifference): string {
  const { onlyA, onlyB, undecided } = discordant;
  const chance = p < 0.001 ? "p < 0.001" : `p = ${significant(p)}`;
  const left = undecided === 1 ? "1 problem with a tie is" : `${count(undecided, "problem")} with ties are`;
  return (
    `${a} is right on ${count(onlyA, "problem")} that ${b} gets wrong, and wrong on ${onlyB} that it gets right; ` +
    `difference ${points(difference)}; ${chance}.` +
    (undecided > 0 ? ` ${left} left out of p.` : "")
  );
}
