import { comparableLabel } from "./label";

/** What the same things are called in several languages: a line of languages, then a line of names a thing, tabs between. */
export class NameTable {
  readonly languages: readonly string[];
  readonly #names: readonly (readonly string[])[];
  /** By language and name, which thing; of things with one name the first. */
  readonly #things = new Map<string, number>();

  constructor(text: string) {
    const [first = "", ...lines] = text.trimEnd().split("\n");
    this.languages = first.split("\t");
    this.#names = lines.map((line) => line.split("\t"));
    for (const [thing, names] of this.#names.entries()) {
      for (const [i, language] of this.languages.entries()) {
        const key = keyOf(names[i] ?? "", language);
        if (names[i] && !this.#things.has(key)) this.#things.set(key, thing);
      }
    }
  }

  /** "Katze" for "cat", "en", "de"; undefined where the name is not in the table. */
  translate(name: string, from: string, to: string): string | undefined {
    const thing = this.#things.get(keyOf(name, from));
    const place = this.languages.indexOf(to);
    return thing === undefined || place < 0 ? undefined : this.#names[thing]![place] || undefined;
  }
}

const keyOf = (name: string, language: string) => `${language} ${comparableLabel(name)}`;
