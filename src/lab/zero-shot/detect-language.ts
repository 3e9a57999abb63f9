import { DRAWING_WORDS } from "./drawing-words";

/** Scripts that one of our languages alone is written in. Kana comes before Han, which Japanese has too. */
const BY_SCRIPT: readonly [RegExp, string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "ja"],
  [/\p{Script=Hangul}/u, "ko"],
  [/\p{Script=Han}/u, "zh"],
  [/\p{Script=Thai}/u, "th"],
  [/\p{Script=Devanagari}/u, "hi"],
  [/\p{Script=Bengali}/u, "bn"],
  [/\p{Script=Hebrew}/u, "he"],
  [/\p{Script=Arabic}/u, "ar"],
  [/\p{Script=Greek}/u, "el"],
  [/[іїєґ]/iu, "uk"],
  [/\p{Script=Cyrillic}/u, "ru"],
];

/** Letters that tell languages in Latin letters apart, those that tell most first. */
const BY_LETTER: readonly [RegExp, string][] = [
  [/[ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu, "vi"],
  [/[ąćęłńśźż]/iu, "pl"],
  [/[ğşı]/iu, "tr"],
  [/ß|[äöü]/iu, "de"],
  [/[ñ¿¡]/iu, "es"],
  [/[ãõ]/iu, "pt"],
  [/[èêëîïœûçùâô]/iu, "fr"],
  [/[áíóú]/iu, "es"],
  [/[ìò]/iu, "it"],
];

/** Words of the drawings' captions in one language only. */
const BY_WORD = new Map<string, string | null>();
for (const [language, words] of Object.entries(DRAWING_WORDS)) {
  for (const word of words.flatMap((phrase) => phrase.toLowerCase().split(" "))) {
    const known = BY_WORD.get(word);
    BY_WORD.set(word, known === undefined || known === language ? language : null);
  }
}

/**
 * The language that a label is likely in, by its script, its letters, and a few words; `fallback` where they do not tell.
 * A label is a word or two: more cannot be known of it, so that the page lets people choose.
 */
export function detectLanguage(label: string, fallback: string): string {
  for (const word of label.toLowerCase().split(/\s+/u)) {
    const language = BY_WORD.get(word);
    if (language) return language;
  }
  const text = label.normalize("NFC");
  const telling = [...BY_SCRIPT, ...BY_LETTER].find(([letters]) => letters.test(text));
  return telling?.[1] ?? fallback;
}
