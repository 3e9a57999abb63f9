import type { Label } from "./label";
import type { NameTable } from "./name-table";

/** The labels in another language. */
export interface Translation {
  /** BCP 47. */
  language: string;
  /** By the labels' places, what people wrote themselves; "" where they did not. */
  typed: readonly string[];
}

/** What each label is called there: as people wrote it, or as the table has it; "" where neither says. */
export function namesIn(
  { language, typed }: Translation,
  labels: readonly Label[],
  table: NameTable | null,
): string[] {
  return labels.map((label, i) => {
    if (typed[i]) return typed[i];
    return label.language === language
      ? label.text
      : (table?.translate(label.text, label.language, language) ?? "");
  });
}

/** The same after a label was taken away: names stay with their labels. */
export function withoutPlace(translations: readonly Translation[], place: number): Translation[] {
  return translations.map(({ language, typed }) => ({
    language,
    typed: typed.filter((_, i) => i !== place),
  }));
}

/** With what somebody wrote for one label in a language. */
export function withTyped(
  translations: readonly Translation[],
  language: string,
  place: number,
  name: string,
): Translation[] {
  const write = (typed: readonly string[]) =>
    Array.from({ length: Math.max(typed.length, place + 1) }, (_, i) =>
      i === place ? name.trim() : (typed[i] ?? ""),
    );
  return translations.map((one) => (one.language === language ? { ...one, typed: write(one.typed) } : one));
}
