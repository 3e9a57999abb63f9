/** Where texts go whose language nobody knows, or has no entries for. */
export const OTHER = "other";

/** Tags that are valid and name no language: undetermined, several, none, uncoded. */
const NO_LANGUAGE = new Set(["und", "mul", "zxx", "mis"]);

/** One name for a language, whatever wrote it: `en` for `EN`, `eng`, `en-US` and `eng_Latn`. `other` for what is no tag. */
export function languageOf(tag: string): string {
  try {
    const { language } = new Intl.Locale(tag.trim().replaceAll("_", "-"));
    return language.length > 3 || NO_LANGUAGE.has(language) ? OTHER : language;
  } catch {
    return OTHER;
  }
}

/** MetaCLIP 2's languages without spaces between words, with the two that it counts to Chinese under codes of Wikipedia. */
const WITHOUT_SPACES = new Set("bo dz ja km lo my ryu th zh yue lzh".split(" "));

export const isWithoutSpaces = (language: string): boolean => WITHOUT_SPACES.has(language);
