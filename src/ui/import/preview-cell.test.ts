import { expect, test } from "vitest";
import type { Row } from "../../lab/imports/row";
import { previewCell } from "./preview-cell";

const cells = { question: "One?", gt: 5, code: ["So\n5.", "So 6."], pred: '["5","6"]', score: [true, false] };
const row: Row = { kind: "row", line: 1, format: "csv", cells };
const mapping = { question: "question", answer: "gt", samples: "code", predictions: "pred", labels: "score" };

test.each([
  ["question", { text: "One?", more: 0 }],
  ["answer", { text: "5", more: 0 }],
  ["samples", { text: "So 5.", more: 1 }],
  ["predictions", { text: "5", more: 1 }],
  ["labels", { text: "true", more: 1 }],
  ["scores", { text: "–", more: 0 }],
] as const)("of %s a preview shows %j", (role, shown) => {
  expect(previewCell(row, role, { ...mapping, scores: "none" })).toEqual(shown);
});

test("an answer at the end of a worked solution is shown alone", () => {
  const worked: Row = { ...row, cells: { gt: "2 + 3 = 5\n#### 5" } };
  expect(previewCell(worked, "answer", mapping).text).toBe("5");
});

test("a long text is shown by its beginning and its end", () => {
  const long: Row = { ...row, cells: { question: `A${"b".repeat(500)}c` } };
  expect(previewCell(long, "question", mapping).text).toMatch(/^Ab+ … b+c$/);
});
