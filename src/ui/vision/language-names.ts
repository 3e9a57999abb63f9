import { LANGUAGES } from "../../lab/zero-shot/languages";

/** What a language calls itself; its code where we do not know it. */
export function nameOfLanguage(code: string): string {
  return LANGUAGES.find((language) => language.code === code)?.name ?? code;
}
