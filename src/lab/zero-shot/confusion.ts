import { type Label, sameLabel } from "./label";

/** A picture whose class is known, and what it was taken for. */
export interface Guess {
  truth: string;
  guess: string;
}

/** How often each class was taken for each label. */
export interface Confusion {
  /** Rows and columns, in order. */
  classes: readonly string[];
  /** counts[row][column]: pictures of the row's class taken for the column's. */
  counts: readonly (readonly number[])[];
  right: number;
  of: number;
}

/** The label that says the name of a class: equal but for case and spaces, with "_" and "-" read as spaces. */
export function labelOfClass(name: string, labels: readonly Label[]): Label | undefined {
  const words = name.replaceAll(/[_-]+/g, " ");
  return labels.find(({ text }) => sameLabel(text.replaceAll(/[_-]+/g, " "), words));
}

/** Of pictures whose class is among the labels; classes in the order of `names`. */
export function confusionOf(names: readonly string[], guesses: readonly Guess[]): Confusion {
  const place = new Map(names.map((name, i) => [name, i]));
  const counts = names.map(() => names.map(() => 0));
  let [right, of] = [0, 0];
  for (const { truth, guess } of guesses) {
    const [row, column] = [place.get(truth), place.get(guess)];
    if (row === undefined || column === undefined) continue;
    counts[row]![column]!++;
    of++;
    if (row === column) right++;
  }
  return { classes: names, counts, right, of };
}
