// Trade-offs from files: beside the page by a link, and through the import dialog.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { exportSweep } from "../../src/lab/recorded/sweep-lines";
import type { RecordedSetProblem, RunOrigin } from "../../src/lab/recorded/recorded-set";
import { exportRuns } from "../../src/storage/export-runs";
import { storedRun } from "../stored-run";
import { expect, test } from "./site";
import { saved, tradeoffs } from "./tradeoffs-page";

const fixture = (name: string) => join(import.meta.dirname, "../fixtures/imports", name);

const origin: RunOrigin = {
  ...{ model: "pocket-policy", modelSha: "ab12", device: "wasm", version: "0.1.0", seed: 3 },
  createdAt: Date.UTC(2026, 10, 24, 5),
  sampling: { temperature: 0.8, topK: 0, topP: 0.95, minP: 0, maxTokens: 96, stop: [] },
};
const problems: RecordedSetProblem[] = [1, 2, 3].map((n) => ({
  ...{ id: `p${n}`, question: `What is ${n} + 1?`, answer: `${n + 1}`, seed: n },
  candidates: [n + 1, n].map((answer, sample) => ({
    sample: {
      ...{ sample, text: `<chunk>So</chunk> Answer: ${answer}`, tokens: 9 + sample, logprob: -1.25 * n },
      ...{ chunkEnds: [3], finish: "stop" as const },
    },
    answer: { text: `${answer}`, start: 26, end: 27, form: "pocket" as const },
    correct: sample === 0,
    meanLogprob: null,
  })),
}));
const lines = [...exportSweep(problems, origin)].join("");

const rowsOf = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);

async function choose(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }) {
  await page.goto("./#/tradeoffs");
  await tradeoffs(page).import.click();
  const dialog = page.getByRole("dialog", { name: "Import a file" });
  const chooser = page.waitForEvent("filechooser");
  await dialog.getByRole("button", { name: /Choose file/ }).click();
  await (await chooser).setFiles(file);
  return dialog;
}
const asFile = (name: string, text: string) => ({
  ...{ name, mimeType: "application/json", buffer: Buffer.from(text) },
});

test("a sweep in a file beside the page is shown as recorded, computes nothing, and is exported as it was", async ({
  page,
  strangers,
}) => {
  const models: string[] = [];
  page.on("request", (request) => request.url().endsWith(".onnx") && models.push(request.url()));
  const asked: string[] = [];
  await page.route("**/sweeps/one.jsonl", (route) => {
    asked.push(new URL(route.request().url()).pathname);
    return route.fulfill({ body: lines });
  });
  await page.goto("./#/tradeoffs?file=sweeps/one.jsonl");
  await expect(tradeoffs(page).state).toContainText(
    /Recorded: pocket-policy, seed 3, WASM, Quorum 0\.1\.0, .*2026\. Nothing was sampled here\./,
  );
  await expect(page.getByText(/Of 3 problems, one sample gets/)).toBeVisible();
  await expect(page).toHaveURL(/file=sweeps(\/|%2F)one\.jsonl/);
  expect(asked).toEqual(["/some/where/sweeps/one.jsonl"]);

  const { text } = await saved(page, () => tradeoffs(page).exportLines.click());
  expect(rowsOf(text)).toEqual(rowsOf(lines));
  expect(rowsOf(text)[1]).toMatchObject({
    ...{ tokens: [9, 10], logprob: [-2.5, -2.5], chunkEnds: [[3], [3]], seed: 2, sweepSeed: 3 },
    ...{ model: "pocket-policy", modelSha: "ab12", device: "wasm", version: "0.1.0", temperature: 0.8 },
  });
  await page.reload();
  await expect(tradeoffs(page).state).toContainText("Recorded: pocket-policy, seed 3");
  expect(models).toEqual([]);
  expect(strangers).toEqual([]);
});

test("a file that is not there, not beside the page, or not of samples is named, and nobody else is asked", async ({
  page,
  context,
  strangers,
}) => {
  await page.goto("./#/tradeoffs?file=nothing.jsonl");
  await expect(page.getByRole("alert")).toContainText("There is no “nothing.jsonl” beside this page (404)");
  for (const file of ["https://example.org/sweep.jsonl", "//example.org/sweep.jsonl", "../sweep.jsonl"]) {
    await page.goto("./#/runs");
    await page.goto(`./#/tradeoffs?file=${file}`);
    await expect(page.getByRole("alert")).toContainText(`“${file}” does not`);
  }
  await page.route("**/problems.jsonl", (route) =>
    route.fulfill({ body: readFileSync(fixture("problems.jsonl")) }),
  );
  await page.goto("./#/tradeoffs?file=problems.jsonl");
  await expect(page.getByRole("alert")).toContainText("“problems.jsonl” holds no recorded samples");
  await context.setOffline(true);
  await page.goto("./#/tradeoffs?file=far.jsonl");
  await expect(page.getByRole("alert")).toContainText(
    "“far.jsonl” could not be fetched. Is the network there?",
  );
  expect(strangers).toEqual([]);
});

test("a row per sample is recognised, told, and put together", async ({ page }) => {
  const dialog = await choose(page, fixture("per-sample.jsonl"));
  await expect(dialog).toContainText("6 rows, 3 to a problem: 2 problems, scored by a judge.");
  await expect(dialog).toContainText("Rows with the same problem_id, problem and answer are of one problem");
  await dialog.getByRole("button", { name: "Use these samples" }).click();
  await expect(tradeoffs(page).state).toContainText("2 problems, up to 3 samples each");
  await expect(page.getByText(/Of 2 problems, one sample gets/)).toBeVisible();
});

test("runs that were exported are imported too, and JSON lists like lines", async ({ page }) => {
  const dialog = await choose(page, asFile("quorum-runs.jsonl", exportRuns([storedRun()])));
  await expect(dialog).toContainText("each run is taken for a problem");
  await dialog.getByRole("button", { name: "Use these samples" }).click();
  await expect(tradeoffs(page).state).toContainText("Recorded: pocket-policy, seed 1, WASM, Quorum 0.1.0");
  const list = asFile("sweep.json", JSON.stringify({ data: rowsOf(lines) }, null, 2));
  const again = await choose(page, list);
  await again.getByRole("button", { name: "Use these samples" }).click();
  await expect(tradeoffs(page).state).toContainText("Recorded: pocket-policy, seed 3");
});

test("of a log with two filters one is read, said which, and changed", async ({ page }) => {
  const dialog = await choose(page, fixture("harness.jsonl"));
  await expect(dialog).toContainText("3 problems with 1 sample each");
  const filter = dialog.getByRole("combobox", { name: "Filter" });
  await expect(filter).toHaveValue("strict-match");
  await filter.selectOption("flexible-extract");
  await expect(dialog).toContainText("3 problems with 1 sample each");
  await dialog.getByRole("button", { name: "Use these samples" }).click();
  await expect(page.getByText(/Of 3 problems, one sample gets 67/)).toBeVisible();
});
