import { splitOf } from "../../../lab/zero-shot/emoji-concept";
import { LANGUAGES } from "../../../lab/zero-shot/languages";
import { type Random, shuffle } from "../../../lab/random";
import { annotationsIn } from "../../captions/annotations";

/** What each emoji is called, by language and concept. */
export type Names = ReadonlyMap<string, ReadonlyMap<string, string>>;

export function readNames(): Names {
  return new Map(
    LANGUAGES.map(({ code }) => [
      code,
      new Map(annotationsIn(code).map(({ concept, name }) => [concept, name])),
    ]),
  );
}

/** Which concepts are asked for in a language: by what training saw of their pictures and of their names there. */
export type Kind = "train" | "unseen-concept" | "unseen-language";

/** Concepts of a kind in a language, of which a picture is there. */
export function conceptsOf(
  names: Names,
  pictured: ReadonlySet<string>,
  language: string,
  kind: Kind,
): string[] {
  return [...names.get(language)!.keys()]
    .filter((concept) => pictured.has(concept) && splitOf(concept, language) === kind)
    .sort();
}

/** So many concepts by chance, no two of which have the same name. Undefined where there are not so many. */
export function drawLabels(
  random: Random,
  concepts: readonly string[],
  nameOf: (concept: string) => string,
  count: number,
): string[] | undefined {
  const taken = new Map<string, string>();
  for (const concept of shuffle(random, concepts)) {
    const name = nameOf(concept).toLowerCase();
    if (!taken.has(name)) taken.set(name, concept);
    if (taken.size === count) return [...taken.values()];
  }
  return undefined;
}
