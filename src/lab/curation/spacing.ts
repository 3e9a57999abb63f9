/**
 * A text as it is searched: between spaces, with the marks that follow words set apart, on one line. From MetaCLIP's
 * substring matching; upper and lower case stay different, as there.
 */
export function spacing(text: string): string {
  return ` ${text} `.replace(/[,.;:?!`]/g, " $& ").replace(/[\t\n\r]/g, " ");
}

/**
 * Characters that words are written in without spaces, and punctuation. MetaCLIP 2 leaves kana out of its ranges, so that
 * a Japanese word in kana is found only between spaces; here kana counts.
 */
const UNSPACED = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}\p{P}$+<=>^\x60|~～]`;
const BEGINS_UNSPACED = new RegExp(`^${UNSPACED}`, "u");
const ENDS_UNSPACED = new RegExp(`${UNSPACED}$`, "u");

/** An entry as it is searched for: a whole word, on each side on which its script parts words. */
export function spacedEntry(entry: string): string {
  const before = BEGINS_UNSPACED.test(entry) ? "" : " ";
  const after = ENDS_UNSPACED.test(entry) ? "" : " ";
  return `${before}${entry}${after}`;
}
