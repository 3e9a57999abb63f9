import type { RunReadings, RunRecord } from "../src/storage/run-record";

/** A run as the page would store it, but for what `more` says. */
export function storedRun(more: Partial<RunRecord> = {}): RunRecord {
  return {
    id: "run-1",
    createdAt: 1_760_000_000_000,
    appVersion: "0.1.0",
    status: "finished",
    spec: {
      model: "pocket-policy",
      device: "wasm",
      question: "Ana has 3 marbles. Ben has 4 more. How many has Ben?",
      expected: "7",
      task: "word-problems",
      level: 1,
      problem: 0,
      sampling: { temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: 64, stop: [], seed: 1 },
      samples: 2,
    },
    timings: { prefillMs: 5, totalMs: 100, promptTokens: 20 },
    samples: [
      { sample: 0, text: "Answer: 7", tokens: 4, logprob: -1, chunkEnds: [], finish: "stop" },
      { sample: 1, text: "Ans", tokens: 1, logprob: -0.5, chunkEnds: [] },
    ],
    ...more,
  };
}

/** What a judge wrote about the first sample of such a run. */
export const storedReadings: RunReadings = {
  methods: ["best-of-n"],
  models: { judge: "pocket-judge" },
  exchanges: [
    {
      ...{ role: "judge", temperature: 0, prompt: "A\nAnswer: 7", ms: 12, promptTokens: 30 },
      samples: [{ sample: 0, text: "Score: 9", tokens: 3, logprob: -1, chunkEnds: [], finish: "stop" }],
    },
  ],
};
