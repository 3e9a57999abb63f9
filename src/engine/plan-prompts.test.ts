import { expect, test } from "vitest";
import { bytesOf } from "../../tests/byte-tokenizer";
import { scriptedModel } from "../../tests/scripted-model";
import { planPrompts } from "./plan-prompts";

const model = scriptedModel([]);
const tokens = (question: string) => model.tokenize([{ role: "user", content: question }]).length;
const [short, long] = ["?", "A question that is longer?"];
const plan = (budgetBytes: number, samples = 16, maxTokens = 10) =>
  planPrompts(
    { ...model, cache: { ...model.cache, budgetBytes: 1000 } },
    {
      model: "m",
      prompts: [short, long].map((content) => ({
        messages: [{ role: "user", content }],
        seed: 0,
        samples: [...Array(samples / 2).keys()],
      })),
      sampling: { temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens, stop: [] },
      budgetBytes,
    },
  );
const both = tokens(short) + tokens(long);

test("prompts that are shared are paid for once each, and every sample for its own tokens", () => {
  expect(bytesOf("?")).toHaveLength(1); // A byte a token, in this model.
  expect(plan(both + 160)).toEqual({ rows: 16, isHeld: false, bytes: both + 160 });
  expect(plan(both + 75)).toEqual({ rows: 7, isHeld: true, bytes: both + 70 });
});

test("a prompt that each sample copies is paid for by each, as long as the longest", () => {
  const copying = { ...model, cache: { ...model.cache, sharesPrefix: false } };
  const request = { model: "m", sampling: { temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: 10, stop: [] } }; // prettier-ignore
  const prompts = [{ messages: [{ role: "user" as const, content: long }], seed: 0, samples: [0, 1, 2, 3] }];
  const each = tokens(long) + 10;
  expect(planPrompts(copying, { ...request, prompts, budgetBytes: 3 * each })).toMatchObject({ rows: 3 });
});

test("one sample is written even where that may not fit, and the plan says so; more memory than the model's own is not given", () => {
  expect(plan(5)).toEqual({ rows: 1, isHeld: true, bytes: both + 10 });
  expect(plan(1e9, 16, 500)).toMatchObject({ rows: 1, isHeld: true });
});
