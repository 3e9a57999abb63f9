import { integer, pick, shuffle } from "../../random";
import type { Draft, Move } from "./draft";
import { fill, NAMES, part, times } from "./phrases";
import type { Operand } from "./program";
import type { Cast, Story } from "./stories/story";

interface Character {
  name: string;
  value: Operand;
}

const PHRASES = { "+": "add", "-": "subtract", "*": "multiply", "/": "divide" } as const;

/** Each number belongs to another character: "Ben has 12 more marbles than Ana." Fills the draft with `steps` steps. */
export function tellComparison(draft: Draft, story: Story, cast: Cast, steps: number): void {
  const { random } = draft;
  const names = shuffle(random, cast.characters?.split("|") ?? NAMES);
  const opening = draft.opening();
  const characters: Character[] = [{ name: names.pop()!, value: opening }];
  draft.facts.push(fill(pick(random, story.open), { ...cast, who: characters[0]!.name, n: opening }));

  const questionSteps = steps > 1 && random() < 0.6 ? 1 : 0;
  while (draft.steps.length < steps - questionSteps) {
    const prev = characters.at(-1)!;
    const who = names.pop()!;
    const move = draft.move(draft.valueOf(prev.value));
    draft.facts.push(comparison(draft, story, cast, who, prev.name, move));
    characters.push({
      name: who,
      value: draft.apply(move.operation, prev.value, move.constant, labelOf(who)),
    });
  }
  addBystanders(draft, story, cast, characters, names);
  ask(draft, story, cast, characters, questionSteps === 1);
}

const labelOf = (name: string) => name.replace(/^the /, "");

function comparison(
  draft: Draft,
  story: Story,
  cast: Cast,
  who: string,
  prev: string,
  { operation, constant: n }: Move,
): string {
  const words = { ...cast, who, prev, n, times: times(n), part: part(n) };
  return fill(pick(draft.random, story[PHRASES[operation]]), words);
}

/** Facts that do not matter: plain ones, and characters whom the question leaves out. */
function addBystanders(
  draft: Draft,
  story: Story,
  cast: Cast,
  characters: Character[],
  names: string[],
): void {
  const { random, level } = draft;
  const plain = shuffle(random, story.distract);
  for (let count = integer(random, ...level.distractors); count > 0; count--) {
    const place = integer(random, 1, draft.facts.length);
    const known = characters[integer(random, 0, Math.min(place, characters.length) - 1)]!;
    const stranger = random() < 0.5 ? names.pop() : undefined;
    const fact = stranger
      ? comparison(draft, story, cast, stranger, known.name, draft.move(draft.valueOf(known.value)))
      : fill(plain.pop()!, { ...cast, who: known.name, n: integer(random, 5, 95) });
    draft.facts.splice(place, 0, fact);
  }
}

function ask(draft: Draft, story: Story, cast: Cast, characters: Character[], withStep: boolean): void {
  const { random } = draft;
  const last = characters.at(-1)!;
  const value = draft.valueOf(last.value);
  const push = (phrase: string, words: Record<string, string | number>) =>
    draft.facts.push(fill(phrase, { ...cast, ...words }));
  if (!withStep) return void push(pick(random, story.ask), { who: last.name });

  const other = pick(random, characters.slice(0, -1));
  const ahead = value - draft.valueOf(other.value);
  const kinds = [
    "together",
    "together",
    "more",
    "more",
    ...(story.askShare ? ["share"] : []),
    ...(story.askEach ? ["each"] : []),
  ];
  switch (ahead === 0 ? "together" : pick(random, kinds)) {
    case "together":
      push(pick(random, story.askTogether!), { who: last.name, prev: other.name });
      return void draft.apply("+", last.value, other.value, "together");
    case "more": {
      const [big, small] = ahead > 0 ? [last, other] : [other, last];
      push(pick(random, story.askMore), { big: big.name, small: small.name });
      return void draft.apply("-", big.value, small.value, "more");
    }
    case "share": {
      const k = draft.divisor(value);
      push(pick(random, story.askShare!), { who: last.name, k });
      return void draft.apply("/", last.value, k, "each");
    }
    default: {
      const k = draft.multiplier(value);
      const { text, label } = pick(random, story.askEach!);
      push(text, { who: last.name, k });
      return void draft.apply("*", last.value, k, label);
    }
  }
}
