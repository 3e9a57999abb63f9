/** A language that the pocket encoder was trained on. */
export interface Language {
  /** BCP 47. */
  code: string;
  name: string;
  /** ISO 15924. */
  script: string;
}

const language = (code: string, name: string, script = "Latn"): Language => ({ code, name, script });

/** English and twenty others in eleven scripts. */
export const LANGUAGES: readonly Language[] = [
  language("en", "English"),
  language("de", "Deutsch"),
  language("fr", "Français"),
  language("es", "Español"),
  language("pt", "Português"),
  language("it", "Italiano"),
  language("pl", "Polski"),
  language("tr", "Türkçe"),
  language("vi", "Tiếng Việt"),
  language("id", "Bahasa Indonesia"),
  language("ru", "Русский", "Cyrl"),
  language("uk", "Українська", "Cyrl"),
  language("el", "Ελληνικά", "Grek"),
  language("ar", "العربية", "Arab"),
  language("he", "עברית", "Hebr"),
  language("hi", "हिन्दी", "Deva"),
  language("bn", "বাংলা", "Beng"),
  language("th", "ไทย", "Thai"),
  language("ja", "日本語", "Jpan"),
  language("ko", "한국어", "Kore"),
  language("zh", "中文", "Hans"),
];
