import type { CorpusView } from "../../lab/curation/corpus-view";
import { percent } from "../../metrics/in-words";
import { grouped } from "../ask/grouped";
import { languageName } from "./language-name";

export const counted = (count: number, one: string) => `${grouped(count)} ${one}${count === 1 ? "" : "s"}`;

/** "148,012 of 195,761 texts stay, 75.6 %". */
export function keptWords({ languages, texts }: Pick<CorpusView, "languages" | "texts">): string {
  const kept = languages.reduce((sum, { keptDrawn }) => sum + keptDrawn, 0);
  return `${grouped(kept)} of ${counted(texts, "text")} ${kept === 1 ? "stays" : "stay"}, ${percent(kept / texts)}`;
}

/** What the threshold does to English, and what share of its matches that leaves alone. */
export function tailWords({ tail, options: { tEn } }: Pick<CorpusView, "tail" | "options">): string {
  const thinned = `entry that occurs in more than ${counted(tEn, "text")} is thinned`;
  if (tail === null)
    return `There is no English here to set the measure, so an ${thinned} in every language alike.`;
  return `An English ${thinned}. The rarer ones, the tail, are ${percent(tail)} of all that was found in English.`;
}

/** Which thresholds leave the other languages the same tail. */
export function thresholdWords({ tail, languages }: Pick<CorpusView, "tail" | "languages">): string {
  const others = languages.flatMap(({ language, threshold }) =>
    language === "en" || threshold === null ? [] : [{ name: languageName(language), threshold }],
  );
  if (tail === null || others.length === 0) return "";
  const sorted = others.sort((a, b) => a.threshold - b.threshold);
  const [low, high] = [sorted[0]!, sorted.at(-1)!];
  const said = ({ name, threshold }: (typeof sorted)[number]) => `${grouped(threshold)} in ${name}`;
  const range = low.threshold === high.threshold ? said(low) : `from ${said(low)} to ${said(high)}`;
  return `Every other language gets the threshold that leaves it the same tail: ${range}.`;
}

/** "12 %": what chance of a text is worth saying. */
export function chanceWords(probability: number): string {
  if (probability > 0 && probability < 0.01) return "< 1 %";
  return probability < 1 && probability > 0.99 ? "> 99 %" : `${Math.round(100 * probability)} %`;
}
