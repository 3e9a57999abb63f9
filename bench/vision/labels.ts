import { DRAWINGS } from "../../src/lab/zero-shot/drawings";
import { LANGUAGES } from "../../src/lab/zero-shot/languages";

/** As many captions as asked for, the languages in turn, none twice. */
export function captions(count: number): string[] {
  const turns = LANGUAGES.flatMap((_, turn) =>
    DRAWINGS.map((drawing, i) => drawing.caption(LANGUAGES[(i + turn) % LANGUAGES.length]!.code)),
  );
  return [...new Set(turns)].slice(0, count);
}
