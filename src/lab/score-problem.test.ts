import { expect, test } from "vitest";
import { drawn } from "../../tests/drawn";
import { scoreProblem } from "./score-problem";

const score = (answers: (string | null)[]) => scoreProblem(drawn(answers, { expected: "2" }));

test("right samples, the majority's expected accuracy and parsed solutions are counted", () => {
  expect(score(["2", "2", "1", null])).toEqual({ samples: 4, right: 2, majority: 1, parsed: 3 });
  expect(score(["2", "1", "3", "3"])).toEqual({ samples: 4, right: 1, majority: 0, parsed: 4 });
  expect(score(["2", "1"])).toEqual({ samples: 2, right: 1, majority: 0.5, parsed: 2 });
  expect(score([null, null])).toEqual({ samples: 2, right: 0, majority: 0, parsed: 0 });
});

test("only a solution in the pocket form that ended by itself is parsed", () => {
  const candidates = drawn(["2", "2", "2"], { expected: "2" });
  candidates[0]!.sample.finish = "length";
  candidates[1]!.answer!.form = "prose";
  expect(scoreProblem(candidates).parsed).toBe(1);
});
