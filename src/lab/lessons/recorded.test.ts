import { expect, test } from "vitest";
import { emptySamples, foldEvent } from "../fold-events";
import { retold } from "./recorded";

test("recorded samples are told a token of each at a time, each ended with its last", () => {
  const tries = [
    { pieces: ["a", "b"], finish: "stop" as const },
    { pieces: ["c"], finish: "length" as const },
  ];
  let samples: ReturnType<typeof foldEvent> = emptySamples(2, 3);
  for (const event of retold(tries, 3)) samples = foldEvent(samples, event);
  expect(samples.map(({ sample, text, tokens, finish }) => [sample, text, tokens, finish])).toEqual([
    [3, "ab", 2, "stop"],
    [4, "c", 1, "length"],
  ]);
});
