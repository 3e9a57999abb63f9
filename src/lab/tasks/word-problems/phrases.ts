/** Fills `{slot}`s and starts the sentence with a capital. Throws where a phrase asks for a word nobody gave. */
export function fill(phrase: string, words: Record<string, string | number | undefined>): string {
  const text = phrase.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const word = words[slot];
    if (word === undefined) throw new Error(`no word for {${slot}} in "${phrase}"`);
    return String(word);
  });
  return text[0]!.toUpperCase() + text.slice(1);
}

export const times = (k: number) => (k === 2 ? "twice" : `${k} times`);

const PARTS = ["half", "a third", "a quarter", "a fifth", "a sixth", "a seventh", "an eighth", "a ninth"];
/** "half" for 2 … "a ninth" for 9. */
export const part = (k: number) => PARTS[k - 2]!;

// prettier-ignore
export const NAMES = [
  "Ana", "Ben", "Chen", "Dina", "Eli", "Fatima", "Goran", "Hana", "Ivan", "Jun", "Kofi", "Lea",
  "Mia", "Noor", "Omar", "Petra", "Quinn", "Rosa", "Sami", "Tara", "Uma", "Vera", "Wei", "Yusuf", "Zoe",
] as const;
