import { describe, expect, test } from "vitest";
import type { Sample } from "../../workers/protocol";
import { toCandidate } from "./candidates";

const written = (text: string, more: Partial<Sample> = {}): Sample => ({
  sample: 0,
  text,
  tokens: 4,
  logprob: -2,
  chunkEnds: [],
  finish: "stop",
  ...more,
});

describe("a candidate", () => {
  test("is right if its answer is equivalent to the expected one", () => {
    expect(toCandidate(written("Answer: 1,000"), "1000 apples").correct).toBe(true);
    expect(toCandidate(written("Answer: 999"), "1000").correct).toBe(false);
  });

  test("without an answer is wrong", () => expect(toCandidate(written("Hm."), "5").correct).toBe(false));

  test.each([undefined, "", "  "])("is neither right nor wrong where %j is expected", (expected) => {
    expect(toCandidate(written("Answer: 5"), expected)).not.toHaveProperty("correct");
  });

  test("has no answer and no verdict while it is being written", () => {
    const { finish: _, ...unfinished } = written("Answer: 6");
    expect(toCandidate(unfinished, "66")).toEqual({ sample: unfinished, answer: null, meanLogprob: -0.5 });
  });

  test.each(["length", "cancelled"] as const)(
    "cut by %s keeps an answer only if the cut is behind it",
    (finish) => {
      expect(toCandidate(written("Answer: 6", { finish })).answer).toBeNull();
      expect(toCandidate(written("\\boxed{6} is", { finish })).answer?.text).toBe("6");
    },
  );

  test("has a mean logprob per token, and none without tokens", () => {
    expect(toCandidate(written("x")).meanLogprob).toBe(-0.5);
    expect(toCandidate(written("", { tokens: 0, logprob: 0 })).meanLogprob).toBeNull();
  });
});
