/**
 * A kind of story, as data: the phrasings of each event. Slots in braces are filled by the teller:
 * `{n}` a number, `{k}` a small number, `{times}` "twice", "3 times" …, `{part}` "half", "a third" …,
 * `{who}` `{prev}` `{big}` `{small}` characters, and any word the cast names (`{things}`, `{place}` …).
 */
export interface Story {
  kind: string;
  /** `compare`: every number belongs to another character. `change`: one number changes as things happen. */
  family: "compare" | "change";
  casts: readonly Cast[];
  open: readonly string[];
  /** An opening of `{k}` groups of `{n}`: one multiplication. */
  openGroups?: readonly string[];
  /** An opening in another unit, and how many of the story's own unit make one of it. */
  openConverted?: readonly { text: string; factor: number; label: string }[];
  add: readonly string[];
  subtract: readonly string[];
  multiply: readonly string[];
  divide: readonly string[];
  /** `{k}` groups of `{n}` come or go: a multiplication, then an addition or a subtraction. */
  addGroups?: readonly string[];
  subtractGroups?: readonly string[];
  /** Questions: for the last number; for how much it differs from the first (or from another character's). */
  ask: readonly string[];
  askMore: readonly string[];
  askFewer?: readonly string[];
  askTogether?: readonly string[];
  /** Questions that share the last number among `{k}`, or take it `{k}` times. */
  askShare?: readonly string[];
  askEach?: readonly { text: string; label: string }[];
  /** Facts with a number that does not matter. */
  distract: readonly string[];
}

/** The words of one telling. `label` names the changing number in the solution. */
export interface Cast {
  things: string;
  label?: string;
  [slot: string]: string | undefined;
}
