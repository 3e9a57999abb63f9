import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bytesOf, filesToRun, SHIPPED } from "./shipped";

const pocket = join(import.meta.dirname, "../../../models/pocket");

test("every pocket model in its folder is among those that the page shows", () => {
  const folders = readdirSync(pocket).map((name) => `models/pocket/${name}`);
  expect(SHIPPED.map(({ folder }) => folder).sort()).toEqual(folders.sort());
});

test("all pocket models together stay below 30 MB", () => {
  expect(SHIPPED.reduce((sum, card) => sum + bytesOf(card), 0)).toBeLessThan(30e6);
});

test("an encoder has two towers, and takes 8 MB at most", () => {
  const encoder = SHIPPED.find(({ role }) => role === "encoder")!;
  const graphs = filesToRun(encoder).filter(({ path }) => path.endsWith(".onnx"));
  expect(graphs.map(({ path }) => path)).toEqual(["onnx/text_model.onnx", "onnx/vision_model.onnx"]);
  expect(bytesOf(encoder)).toBeLessThanOrEqual(8e6);
});

test("to run a language model its texts are needed and one graph", () => {
  for (const card of SHIPPED) {
    if (card.role === "encoder") continue;
    const graphs = filesToRun(card).filter(({ path }) => path.endsWith(".onnx"));
    expect(graphs.map(({ path }) => path)).toEqual([card.graph[card.preferred]]);
    expect(filesToRun(card).map(({ path }) => path)).toContain("tokenizer.json");
  }
});
