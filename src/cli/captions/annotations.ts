import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { conceptOf, isConcept } from "../../lab/zero-shot/emoji-concept";

/** What CLDR calls an emoji in one language. */
export interface Annotation {
  concept: string;
  name: string;
  keywords: string[];
}

interface Entry {
  default?: string[];
  tts?: string[];
}

/** The names and keywords of every emoji in a language, from the package cldr-annotations-full (Unicode licence). */
export function annotationsIn(language: string): Annotation[] {
  const file = createRequire(import.meta.url).resolve(
    `cldr-annotations-full/annotations/${language}/annotations.json`,
  );
  const { annotations } = JSON.parse(readFileSync(file, "utf8")) as {
    annotations: { annotations: Record<string, Entry> };
  };
  return Object.entries(annotations.annotations)
    .filter(([text, { tts }]) => isConcept(text) && tts?.[0])
    .map(([text, { tts, default: keywords = [] }]) => ({
      concept: conceptOf(text),
      name: tts![0]!,
      keywords: keywords.filter((keyword) => keyword !== tts![0]),
    }));
}
