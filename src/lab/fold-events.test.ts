import { expect, test } from "vitest";
import type { GenerationEvent, Sample } from "../../workers/protocol";
import { emptySamples, endSamples, foldEvent } from "./fold-events";

const fold = (samples: readonly Sample[], events: GenerationEvent[]) => events.reduce(foldEvent, samples);
const token = (sample: number, text: string, logprob = -0.5) => ({ sample, id: 7, text, logprob });
const stepped = (...tokens: ReturnType<typeof token>[]): GenerationEvent => ({
  type: "stepped",
  ms: 1,
  tokens,
});

test("tokens of each sample add up to its text, count and logprob", () => {
  const [one, two] = fold(emptySamples(2), [
    { type: "prefilled", promptTokens: 9, ms: 3 },
    stepped(token(0, "Ans"), token(1, "Hm", -1)),
    stepped(token(0, "wer")),
  ]);
  expect(one).toEqual({ sample: 0, text: "Answer", tokens: 2, logprob: -1, chunkEnds: [] });
  expect(two).toEqual({ sample: 1, text: "Hm", tokens: 1, logprob: -1, chunkEnds: [] });
});

test("the token that ends a sample counts though it adds no text", () => {
  const [sample] = fold(emptySamples(1), [stepped(token(0, "5")), stepped(token(0, ""))]);
  expect(sample).toMatchObject({ text: "5", tokens: 2 });
});

test("samples are told apart by number, not by place", () => {
  const samples = fold(emptySamples(2, 10), [stepped(token(11, "b"))]);
  expect(samples.map(({ sample, text }) => [sample, text])).toEqual([
    [10, ""],
    [11, "b"],
  ]);
});

test("a chunk ends with the token that completes its tag, however the tag is cut into tokens", () => {
  const texts = ["<chunk>1</chu", "nk", ">\n", "<chunk>2</chunk><chunk>3</chunk>", "Answer"];
  const [sample] = fold(
    emptySamples(1),
    texts.map((text) => stepped(token(0, text))),
  );
  expect(sample!.chunkEnds).toEqual([3, 4, 4]);
});

test("each sample keeps the reason it finished for; a run that ends early gives its own to the rest", () => {
  const samples = fold(emptySamples(2), [
    { type: "sampleFinished", sample: 1, reason: "stop" },
    { type: "finished", reason: "cancelled" },
  ]);
  expect(samples.map(({ finish }) => finish)).toEqual(["cancelled", "stop"]);
  expect(endSamples(emptySamples(1), "cancelled")[0]!.finish).toBe("cancelled");
});

test("folding changes no sample in place and replaces only those that were touched", () => {
  const before = emptySamples(2);
  const after = foldEvent(before, stepped(token(0, "a")));
  expect(before[0]!.text).toBe("");
  expect(after[1]).toBe(before[1]);
});
