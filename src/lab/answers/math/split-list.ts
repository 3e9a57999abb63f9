import { splitAt } from "./scan";

/** Words between answers, with or without spaces before what follows: `1 and 2`, `(1,2)or(2,1)`. */
const CONJUNCTION = /(?:,\s*)?(?<=[\s\d)}\],])(?:and|or)(?=[\s\dA-Z({\\[-])/g;

/**
 * The answers of a list, in groups: `;`, "and" and "or" part groups, commas the members of one. A text that is no list is
 * one group of one member. Empty members, as after a last comma, are left out.
 */
export function splitList(text: string): string[][] {
  const groups = splitAt(text.replace(CONJUNCTION, ";"), (token) => token === ";").parts;
  return groups
    .map((group) => splitAt(group, (token) => token === ",").parts.filter((member) => member !== ""))
    .filter((members) => members.length > 0);
}
