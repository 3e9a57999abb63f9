import { expect, test } from "vitest";
import { readAnalysisOptions } from "./options";

test("a file is enough", () => {
  expect(readAnalysisOptions(["--file", "a.jsonl"])).toEqual({
    file: "a.jsonl",
    mapping: {},
    ks: [],
    seed: 0,
  });
});

test("every option is read, roles in one argument or several", () => {
  const args = "--file a --map question=doc.q,answer=gt --map labels= --k 1,4 --weights sigmoid --seed 7";
  expect(readAnalysisOptions(args.split(" "))).toEqual({
    file: "a",
    mapping: { question: "doc.q", answer: "gt", labels: "" },
    ks: [1, 4],
    weighing: "sigmoid",
    seed: 7,
  });
});

test.each([
  [[], /--file is missing: npm run analyse -- --file samples\.jsonl/],
  [["--file", "a", "--map", "gt"], /"gt" is not\. The roles are\n {2}question=…/],
  [["--file", "a", "--map", "reward=x"], /--map must be role=column.*"reward=x" is not/],
  [["--file", "a", "--k", "1,x"], /--k must be a whole number from 1 .*"x" is not/],
  [["--file", "a", "--weights", "raw"], /--weights must be one of scores, softmax, sigmoid; "raw" is not/],
  [["--files", "a"], /'--files'/],
])("%j is refused by name", (args, message) => expect(() => readAnalysisOptions(args)).toThrow(message));
