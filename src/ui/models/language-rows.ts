type Scores = Readonly<Record<string, unknown>>;

export interface LanguageRow {
  /** BCP 47. */
  code: string;
  /** A share, from 0 to 1. */
  right: number;
  /** The same of training with English captions alone; null where the card does not tell. */
  englishOnly: number | null;
}

/** What an encoder's card says of each language, best first. */
export function languageRows({ byLanguage, englishOnly }: Scores): readonly LanguageRow[] {
  const alone = isRecord(englishOnly) ? shares(englishOnly.byLanguage) : new Map<string, number>();
  return [...shares(byLanguage)]
    .map(([code, right]) => ({ code, right, englishOnly: alone.get(code) ?? null }))
    .sort((a, b) => b.right - a.right);
}

function shares(record: unknown): Map<string, number> {
  if (!isRecord(record)) return new Map();
  return new Map(
    Object.entries(record).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
  );
}

const isRecord = (value: unknown): value is Scores => typeof value === "object" && value !== null;
