import { integer, pick, shuffle } from "../../random";
import type { Draft } from "./draft";
import { fill, NAMES, part, times } from "./phrases";
import type { Operand } from "./program";
import type { Cast, Story } from "./stories/story";

type Words = Record<string, string | number | undefined>;

/** One number changes as things happen: "At the next stop 7 passengers get off." Fills the draft with `steps` steps. */
export function tellChange(draft: Draft, story: Story, cast: Cast, steps: number): void {
  const { random, level } = draft;
  const words: Words = { ...cast, who: pick(random, NAMES) };
  const label = cast.label ?? cast.things;
  const questionSteps = steps > 1 && random() < 0.5 ? 1 : 0;
  const start = open(draft, story, words, label, steps);
  let now = start;
  while (draft.steps.length < steps - questionSteps)
    now = happen(draft, story, words, label, now, steps - questionSteps);
  for (const fact of shuffle(random, story.distract).slice(0, integer(random, ...level.distractors))) {
    const place = integer(random, 1, draft.facts.length);
    draft.facts.splice(place, 0, fill(fact, { ...words, n: integer(random, 5, 95) }));
  }
  ask(draft, story, words, start, now, questionSteps === 1);
}

function open(draft: Draft, story: Story, words: Words, label: string, steps: number): Operand {
  const { random, level, facts } = draft;
  const kind = random();
  if (kind < 0.25 && level.conversions && story.openConverted) {
    const { text, factor, label: unit } = pick(random, story.openConverted);
    const n = integer(random, 2, Math.min(9, Math.floor(level.largest / factor / 1.5)));
    facts.push(fill(text, { ...words, n }));
    return draft.apply("*", n, factor, unit);
  }
  if (kind < 0.5 && steps > 1 && story.openGroups) {
    const { k, n } = draft.groups(Math.floor(level.largest * 0.7));
    facts.push(fill(pick(random, story.openGroups), { ...words, k, n }));
    return draft.apply("*", k, n, label);
  }
  const n = draft.opening();
  facts.push(fill(pick(random, story.open), { ...words, n }));
  return n;
}

function happen(
  draft: Draft,
  story: Story,
  words: Words,
  label: string,
  now: Operand,
  most: number,
): Operand {
  const { random, facts } = draft;
  const value = draft.valueOf(now);
  const inGroups = draft.steps.length + 2 <= most && random() < 0.25;
  const comes = random() < 0.5;
  if (inGroups && story.addGroups && story.subtractGroups) {
    const { k, n } = draft.groups(comes ? draft.level.largest - value : value - 1);
    facts.push(fill(pick(random, comes ? story.addGroups : story.subtractGroups), { ...words, k, n }));
    return draft.apply(comes ? "+" : "-", now, draft.apply("*", k, n, "group"), label);
  }
  const { operation, constant: n } = draft.move(value);
  const phrases = { "+": story.add, "-": story.subtract, "*": story.multiply, "/": story.divide }[operation];
  facts.push(fill(pick(random, phrases), { ...words, n, times: times(n), part: part(n) }));
  return draft.apply(operation, now, n, label);
}

function ask(
  draft: Draft,
  story: Story,
  words: Words,
  start: Operand,
  now: Operand,
  withStep: boolean,
): void {
  const { random } = draft;
  const value = draft.valueOf(now);
  const gain = value - draft.valueOf(start);
  const push = (phrase: string, more: Words = {}) => draft.facts.push(fill(phrase, { ...words, ...more }));
  if (!withStep) return void push(pick(random, story.ask));

  const kinds = [
    ...(gain ? ["difference", "difference"] : []),
    ...(story.askShare ? ["share"] : []),
    ...(story.askEach ? ["each"] : []),
  ];
  switch (pick(random, kinds)) {
    case "difference":
      push(pick(random, gain > 0 ? story.askMore : story.askFewer!));
      return void (gain > 0 ? draft.apply("-", now, start, "more") : draft.apply("-", start, now, "fewer"));
    case "share": {
      const k = draft.divisor(value);
      push(pick(random, story.askShare!), { k });
      return void draft.apply("/", now, k, "each");
    }
    default: {
      const k = draft.multiplier(value);
      const { text, label } = pick(random, story.askEach!);
      push(text, { k });
      return void draft.apply("*", now, k, label);
    }
  }
}
