/** Longer entries are sentences or broken lines. */
const LONGEST_ENTRY = 256;

const PUNCTUATION_ONLY = /^[\p{P}\p{Z}\s$+<=>^`|~～]*$/u;

/** Lists of entries as one, in order, each once; without those of more than 256 characters, or of nothing but punctuation. */
export function entriesOf(...lists: readonly (readonly string[])[]): string[] {
  const entries = new Set(lists.flat().map((entry) => entry.trim()));
  return [...entries].filter((entry) => entry.length <= LONGEST_ENTRY && !PUNCTUATION_ONLY.test(entry));
}

/** 0 to 99, which begin every list of MetaCLIP 2. */
export const NUMBERS: readonly string[] = Array.from({ length: 100 }, (_, number) => `${number}`);
