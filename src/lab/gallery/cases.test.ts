import { describe, expect, test } from "vitest";
import { drawn } from "../../../tests/drawn";
import { clusterCandidates } from "../clusters";
import { GALLERY_CASES } from "./cases";
import { countVote } from "./vote";

/** The cases that sixteen samples are, in order of their answers: `2×5 1×11` is five times 2, then eleven times 1, the right one. */
function casesOf(vote: string): string[] {
  const answers = vote.split(" ").flatMap((part) => {
    const [answer, count] = part.split("×");
    return new Array<string>(Number(count)).fill(answer!);
  });
  expect(answers).toHaveLength(16);
  const candidates = drawn(answers, { expected: "1" });
  const counted = countVote(candidates, clusterCandidates(candidates));
  return GALLERY_CASES.filter(({ worth }) => worth(counted) !== null).map(({ id }) => id);
}

describe("a vote of", () => {
  test.each([
    ["2×2 1×10 3×4", "clear-win"],
    ["2×1 1×15", "clear-win"],
    ["2×9 3×6 1×1", "wrong-majority"],
    ["2×5 1×5 3×3 4×3", "tie"],
    ["2×6 3×4 1×4 4×2", "right-minority"],
    ["2×4 3×4 4×8", "all-wrong"],
    ["1×16", "all-right"],
  ])("%s is the case %s and no other", (vote, id) => expect(casesOf(vote)).toEqual([id]));

  test("2×8 1×4 3×4 is a wrong majority that faces a right minority", () => {
    expect(casesOf("2×8 1×4 3×4")).toEqual(["wrong-majority", "right-minority"]);
  });

  test.each([
    ["1×12 2×4", "the first sample is right already"],
    ["2×7 1×9", "the win is below 60 %"],
    ["2×6 1×5 3×5", "the wrong lead is a single vote"],
    ["2×6 3×6 1×4", "the tie is between wrong answers"],
    ["1×5 2×5 3×5 4×1", "three answers tie"],
  ])("%s is none: %s", (vote) => expect(casesOf(vote)).toEqual([]));
});

test("of clear wins the one with more to outvote is worth more, of all-right runs the surer one", () => {
  const worthOf = (id: string, ...drawing: Parameters<typeof drawn>) => {
    const candidates = drawn(...drawing);
    return GALLERY_CASES.find((one) => one.id === id)!.worth(
      countVote(candidates, clusterCandidates(candidates)),
    )!;
  };
  const closer = worthOf("clear-win", ["2", "3", "2", ...new Array<string>(7).fill("1")], { expected: "1" });
  const wider = worthOf("clear-win", ["2", ...new Array<string>(9).fill("1")], { expected: "1" });
  expect(closer).toBeGreaterThan(wider);
  const sure = worthOf("all-right", ["1", "1"], { expected: "1", meanLogprobs: [-0.1, -0.1] });
  expect(sure).toBeGreaterThan(
    worthOf("all-right", ["1", "1"], { expected: "1", meanLogprobs: [-0.1, -0.2] }),
  );
});
