import type { Label } from "../../lab/zero-shot/label";
import type { Column } from "../../lab/zero-shot/side-by-side";
import { nameOfLanguage } from "./language-names";

/** "3 of 4 languages say “fish”; Thai says “cat”." */
export function agreementWords(columns: readonly Column[], labels: readonly Label[]): string {
  const answers = columns.flatMap(({ best, language }) => (best === null ? [] : [{ best, language }]));
  if (answers.length === 0) return "No label has a name there yet: write one.";
  const votes = new Map<number, string[]>();
  for (const { best, language } of answers) votes.set(best, [...(votes.get(best) ?? []), language]);
  const said = [...votes].sort(([, a], [, b]) => b.length - a.length);
  const quoted = (place: number) => `“${labels[place]?.text ?? ""}”`;
  const [first, most] = said[0]!;
  if (answers.length > 1 && said.length === 1) return `All ${answers.length} languages say ${quoted(first)}.`;
  const each = said.map(([place, languages]) => {
    const names = languages.map(nameOfLanguage).join(", ");
    return `${names} ${languages.length > 1 ? "say" : "says"} ${quoted(place)}`;
  });
  if (most.length > 1) each[0] = `${most.length} of ${answers.length} languages say ${quoted(first)}`;
  return `${each.join("; ")}.`;
}
