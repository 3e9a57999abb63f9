import { expect, test } from "vitest";
import { skippedInWords, taskInWords } from "./task-words";

test.each([
  [{ measure: "copy", bytes: 64_000_000 }, "copying 64 MB of memory"],
  [{ measure: "dispatch" }, "starting work that does nothing"],
  [{ measure: "prefill", tokens: 1024 }, "reading a prompt of 1,024 tokens"],
  [{ measure: "decode", samples: 1, context: 64 }, "writing 1 sample behind 64 tokens"],
] as const)("%o is said in words", (task, words) => {
  expect(taskInWords(task)).toBe(words);
});

test("what is left out says why", () => {
  const task = { measure: "prefill", tokens: 1024 } as const;
  expect(skippedInWords({ task, reason: "too-slow" })).toBe(
    "Left out: reading a prompt of 1,024 tokens; it would take too long here.",
  );
});
