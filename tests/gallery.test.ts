// Repeats the gallery's runs in the page's engine on WebAssembly, so that a link never promises what it does not show.
import { beforeAll, describe, expect, test } from "vitest";
import { openModel } from "../src/cli/evaluation/open-model";
import { sampleProblem } from "../src/cli/evaluation/sample-problem";
import type { LanguageModel } from "../src/engine/language-model";
import { clusterCandidates } from "../src/lab/clusters";
import { GALLERY } from "../src/lab/gallery";
import { GALLERY_CASES } from "../src/lab/gallery/cases";
import { countVote } from "../src/lab/gallery/vote";
import { wordProblems } from "../src/lab/tasks/word-problems";

test("there is one run for each case, and no problem twice", () => {
  expect(GALLERY.map((item) => item.case)).toEqual(GALLERY_CASES.map(({ id }) => id));
  expect(new Set(GALLERY.map(({ problem }) => problem)).size).toBe(GALLERY_CASES.length);
});

describe("on the model it was found with, the run", () => {
  let model: LanguageModel;
  beforeAll(async () => ({ model } = await openModel(GALLERY[0]!.model)), 30_000);

  test.each(GALLERY)(
    "of problem $problem is: $label",
    async (item) => {
      const problem = wordProblems.problem(item.level, item.problem, "test");
      const candidates = await sampleProblem(model, problem, item.n, item);
      const vote = countVote(candidates, clusterCandidates(candidates));
      const { worth } = GALLERY_CASES.find(({ id }) => id === item.case)!;
      expect(worth(vote), `${JSON.stringify(vote)}; after a new model: npm run gallery`).not.toBeNull();
    },
    30_000,
  );
});
