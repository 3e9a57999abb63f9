import { LANGUAGES } from "../../lab/zero-shot/languages";
import { annotationsIn } from "./annotations";

/** What each emoji is called in every language of the pocket encoder, as `NameTable` reads it. */
export function* nameRows(): Generator<string> {
  const codes = LANGUAGES.map(({ code }) => code);
  const names = codes.map(
    (code) =>
      new Map(annotationsIn(code).map(({ concept, name }) => [concept, name.replaceAll(/\s+/g, " ")])),
  );
  yield `${codes.join("\t")}\n`;
  for (const [concept, english] of names[0]!) {
    // Where the English has no comma, what follows one is a second name.
    const one = (name = "") => (english.includes(",") ? name : name.split(/[,،、]/u, 1)[0]!.trim());
    yield `${names.map((named) => one(named.get(concept))).join("\t")}\n`;
  }
}
