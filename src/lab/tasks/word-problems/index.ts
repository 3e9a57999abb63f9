import { integer, pick, seededRandom } from "../../random";
import type { Problem, Split, Task } from "../task";
import { tellChange } from "./change";
import { tellComparison } from "./compare";
import { DeadEnd, Draft } from "./draft";
import { type Level, LEVELS } from "./levels";
import { programHash } from "./program";
import { resembles } from "./resembles";
import { splitOf } from "./split";
import { STORIES } from "./stories";

/** Stories that end in a dead end or in another split are told again; no level needs anywhere near as many. */
const MOST_TELLINGS = 10_000;

/** Grade-school word problems told from random programs of arithmetic. */
export const wordProblems: Task = {
  id: "word-problems",
  label: "Word problems",
  levels: LEVELS,
  defaultLevel: 3,
  resembles,

  problem(level: number, number: number, split: Split): Problem {
    const rules = LEVELS.find((candidate) => candidate.level === level);
    if (!rules)
      throw new RangeError(`unknown level: ${level}; there are ${LEVELS.map((l) => l.level).join(", ")}`);
    for (let telling = 0; telling < MOST_TELLINGS; telling++) {
      const draft = tell(rules, `${rules.key}/${split}/${number}/${telling}`);
      if (draft && splitOf(draft.steps) === split) return finish(draft, rules, number, split);
    }
    throw new RangeError(`level ${level} has no ${split} problem ${number}: its programs are too short`);
  },
};

function tell(level: Level, key: string): Draft | undefined {
  const random = seededRandom("word-problems", key);
  const draft = new Draft(level, random);
  const story = pick(random, STORIES);
  const steps = integer(random, ...level.steps);
  try {
    (story.family === "compare" ? tellComparison : tellChange)(
      draft,
      story,
      pick(random, story.casts),
      steps,
    );
    return draft.steps.length === steps ? draft : undefined;
  } catch (error) {
    if (error instanceof DeadEnd) return undefined;
    throw error;
  }
}

function finish(draft: Draft, { level }: Level, number: number, split: Split): Problem {
  const solution = draft.solution();
  return {
    id: `word-problems/${level}/${split}/${number}`,
    task: "word-problems",
    level,
    split,
    question: draft.facts.join(" "),
    solution,
    answer: solution.slice(solution.lastIndexOf(" ") + 1),
    hash: programHash(draft.steps),
    program: draft.steps,
  };
}
