import { expect, test } from "vitest";
import { wordProblems } from "./word-problems";
import { problemOfId } from "./problem-of-id";

test("a generated problem is found by its id", () => {
  for (const split of ["train", "test", "novel"] as const) {
    const problem = wordProblems.problem(4, 17, split);
    expect(problemOfId(problem.id)).toEqual(problem);
  }
});

test.each(["", "line/3", "word-problems/99/test/1", "word-problems/3/dev/1", "word-problems/3/test/1/2", "word-problems/3/test/01", "chess/3/test/1"])("%j names none", (id) => expect(problemOfId(id)).toBeNull()); // prettier-ignore
