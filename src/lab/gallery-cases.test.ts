import { describe, expect, test } from "vitest";
import { drawn } from "../../tests/drawn";
import { clusterCandidates } from "./clusters";
import { countVote, GALLERY_CASES } from "./gallery-cases";

/** The cases that sixteen samples are, from "answer × count"; the right answer is 1 and the first sample's comes first. */
function casesOf(...answers: [answer: string, count: number][]): string[] {
  const candidates = drawn(
    answers.flatMap(([answer, count]) => new Array<string>(count).fill(answer)),
    { expected: "1" },
  );
  const vote = countVote(candidates, clusterCandidates(candidates));
  expect(vote.samples).toBe(16);
  return GALLERY_CASES.filter(({ worth }) => worth(vote) !== null).map(({ id }) => id);
}

describe.each<[string, [string, number][][]]>([
  [
    "clear-win",
    [
      [
        ["2", 2],
        ["1", 10],
        ["3", 4],
      ],
      [
        ["2", 1],
        ["1", 15],
      ],
    ],
  ],
  [
    "tie",
    [
      [
        ["2", 5],
        ["1", 5],
        ["3", 3],
        ["4", 3],
      ],
    ],
  ],
  [
    "all-wrong",
    [
      [
        ["2", 4],
        ["3", 4],
        ["4", 8],
      ],
    ],
  ],
  ["all-right", [[["1", 16]]]],
  [
    "wrong-majority",
    [
      [
        ["2", 9],
        ["3", 6],
        ["1", 1],
      ],
    ],
  ],
  [
    "right-minority",
    [
      [
        ["2", 6],
        ["3", 4],
        ["1", 4],
        ["4", 2],
      ],
    ],
  ],
])("%s", (id, votes) => {
  test.each(votes.map((vote) => [vote]))("is %j", (vote) => expect(casesOf(...vote)).toEqual([id]));
});

test("a wrong majority may face a right minority", () => {
  expect(casesOf(["2", 8], ["1", 4], ["3", 4])).toEqual(["wrong-majority", "right-minority"]);
});

test.each<[string, [string, number][]]>([
  [
    "the first sample is right already",
    [
      ["1", 12],
      ["2", 4],
    ],
  ],
  [
    "the win is below 60 %",
    [
      ["2", 7],
      ["1", 9],
    ],
  ],
  [
    "a wrong lead is a single vote",
    [
      ["2", 6],
      ["1", 5],
      ["3", 5],
    ],
  ],
  [
    "the tie is between wrong answers",
    [
      ["2", 6],
      ["3", 6],
      ["1", 4],
    ],
  ],
  [
    "three answers tie",
    [
      ["1", 5],
      ["2", 5],
      ["3", 5],
      ["4", 1],
    ],
  ],
])("it is no case where %s", (_, vote) => expect(casesOf(...vote)).toEqual([]));
