import { wilson } from "../../../metrics/wilson";
import type { Measured, Tallies } from "./measure-encoder";

const share = ({ right, of }: { right: number; of: number }) => Number((right / of).toFixed(4));
const others = (tallies: Tallies) => Object.entries(tallies).filter(([language]) => language !== "en");

/** Over the languages other than English, each counting alike. */
export function meanOfOthers(tallies: Tallies): number {
  const shares = others(tallies).map(([, tally]) => tally.right / tally.of);
  return Number((shares.reduce((sum, value) => sum + value, 0) / shares.length).toFixed(4));
}

/** What the last line and the card say of one encoder. */
export function clipFigures(measured: Measured) {
  const { train, "unseen-concept": concepts, "unseen-language": names } = measured;
  return {
    english: share(train.en!),
    mean: meanOfOthers(train),
    byLanguage: Object.fromEntries(Object.entries(train).map(([code, tally]) => [code, share(tally)])),
    unseenConcepts: share(concepts.en!),
    unseenConceptsMean: meanOfOthers(concepts),
    unseenLanguage: meanOfOthers(names),
  };
}

/** One line a language: names it was trained with, concepts never trained, names trained in other languages only. */
export function clipTable(measured: Measured): string {
  const lines = Object.keys(measured.train).map((code) => {
    const cells = [measured.train, measured["unseen-concept"], measured["unseen-language"]].map((tallies) => {
      const tally = tallies[code];
      if (!tally) return "".padEnd(22);
      const { value, low, high } = wilson(tally.right, tally.of);
      const percent = (x: number) => (100 * x).toFixed(1);
      return `${percent(value)} % [${percent(low)}, ${percent(high)}]`.padEnd(22);
    });
    return `${code.padEnd(4)}${cells.join("")}`;
  });
  return [`    ${"trained".padEnd(22)}${"concept never seen".padEnd(22)}name never seen`, ...lines].join(
    "\n",
  );
}
