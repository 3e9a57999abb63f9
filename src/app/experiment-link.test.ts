import { describe, expect, test } from "vitest";
import { experimentLink, readExperiment } from "./experiment-link";
import type { Experiment } from "./settings";

const DEFAULTS: Experiment = {
  model: "small",
  device: "auto",
  level: 3,
  problem: 0,
  question: "How many?",
  expected: "4",
  samples: 16,
  temperature: 0.8,
  topP: 1,
  seed: 1,
  maxTokens: 256,
  memory: "",
  read: "",
};
const KNOWN = { levels: [1, 2, 3], models: ["small", "large"] };
const read = (query: string) => readExperiment(new URLSearchParams(query), DEFAULTS, KNOWN);

describe("a link", () => {
  test("that says nothing means the defaults", () => {
    expect(read("")).toEqual({ experiment: DEFAULTS, complaints: [], run: false });
  });

  test("sets what it names", () => {
    const { experiment, run } = read(
      "level=2&problem=42&n=8&temperature=1.5&top-p=0.9&seed=7&max-tokens=99&run=1",
    );
    expect(experiment).toMatchObject({
      level: 2,
      problem: 42,
      samples: 8,
      temperature: 1.5,
      topP: 0.9,
      seed: 7,
      maxTokens: 99,
    });
    expect(run).toBe(true);
  });

  test("names who is to read the samples, and is written as it is read", () => {
    const { experiment } = read("level=2&problem=42&read=aggregation,best-of-n");
    expect(experiment.read).toBe("aggregation,best-of-n");
    expect(experimentLink(experiment, DEFAULTS)).toBe("#/ask?level=2&problem=42&read=aggregation,best-of-n");
    const { experiment: other, complaints } = read("read=aggregation,majority");
    expect(other.read).toBe("");
    expect(complaints).toEqual([
      { field: "link", message: expect.stringContaining("“majority” is not") as string },
    ]);
  });

  test("with a question of its own expects no answer that it does not state", () => {
    expect(read("question=Why").experiment).toMatchObject({ question: "Why", expected: "", problem: null });
    expect(read("question=Why&expected=7").experiment.expected).toBe("7");
  });

  test.each([
    ["n=0", "samples", "0 is not"],
    ["n=65", "samples", "from 1 to 64"],
    ["n=2.5", "samples", "a whole number"],
    ["n=many", "samples", "“many”"],
    ["n=", "samples", "it is empty"],
    ["temperature=hot", "temperature", "“hot”"],
    ["top-p=0", "topP", "from 0.01 to 1"],
    ["level=9", "level", "one of 1, 2, 3"],
    ["model=huge", "model", "“huge”"],
    ["problem=-1", "problem", "-1 is not"],
    ["device=tpu", "device", "“tpu”"],
    ["memory=much", "memory", "“much”"],
    ["memory=500", "memory", "500 MB or 2 GB"],
    ["colour=red", "link", "“colour”"],
    ["run=maybe", "link", "“maybe”"],
  ])("with %s keeps the default and complains by name", (query, field, words) => {
    const { experiment, complaints } = read(query);
    expect(experiment).toEqual(DEFAULTS);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]!.field).toBe(field);
    expect(complaints[0]!.message).toContain(words);
  });

  test("written from an experiment reads back as the same", () => {
    for (const change of [
      {},
      { level: 1, problem: 5, samples: 3 },
      { memory: "2.5GB" },
      { problem: null, question: "Is 2 & 2 = 4? Or 5?", expected: "4" },
      {
        model: "large",
        device: "webgpu" as const,
        temperature: 0,
        topP: 0.5,
        seed: 4294967295,
        maxTokens: 1,
      },
    ]) {
      const experiment = { ...DEFAULTS, ...change };
      const link = experimentLink(experiment, DEFAULTS, { run: true });
      expect(read(link.split("?")[1]!)).toEqual({ experiment, complaints: [], run: true });
    }
  });
});
