import type { Page } from "@playwright/test";
import { storedRun } from "../stored-run";
import { integer, seededRandom } from "../../src/lab/random";
import { exportRuns } from "../../src/storage/export-runs";
import { ask, expectState, runLink } from "./lab-page";
import { expect, test } from "./site";

const lanes = (page: Page) =>
  ask(page)
    .lanes.getByRole("button")
    .evaluateAll((all) => all.map((lane) => lane.ariaLabel));

async function copiedResults(page: Page): Promise<string> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy link with results" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

test("a link with results shows them elsewhere as they ended, names where they come from, and runs again", async ({
  page,
  browser,
}) => {
  await page.goto("./");
  const button = page.getByRole("button", { name: "Copy link with results" });
  await expect(button).toHaveAttribute("aria-disabled", "true");
  await runLink(page, "level=2&problem=1&n=16&seed=5");
  const link = await copiedResults(page);
  expect(link.length).toBeLessThan(8100);

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(link);
  await expect(ask(other).state).toContainText(
    /Recorded: pocket-policy, seed 5, WASM, Quorum \d+\.\d+\.\d+, /,
  );
  await expect(ask(other).state).toContainText("Nothing was computed here.");
  expect(await lanes(other)).toEqual(await lanes(page));
  await expect(ask(other).number("Seed")).toHaveValue("5");
  await other.reload();
  await expect(ask(other).lanes).toHaveCount(16); // The address still holds them.

  await ask(other).run.click();
  await expect(ask(other).state).not.toContainText("Recorded");
  await expectState(other, "finished");
  expect(await lanes(other)).toEqual(await lanes(page));
  await expect(other).not.toHaveURL(/recorded=/);
  await elsewhere.close();
});

test("a damaged link says so, and the page opens", async ({ page }) => {
  await page.goto("./#/ask?recorded=7VhLb9s4EP4rhC49");
  await expect(page.getByRole("alert")).toContainText("The results in the link are damaged");
  await expect(ask(page).question).not.toBeEmpty();
  await expectState(page, "idle");
});

test("a file beside the page is shown in the same way", async ({ page }) => {
  const run = storedRun();
  await page.route("**/runs/one.jsonl", (route) => route.fulfill({ body: exportRuns([run]) }));
  await page.goto("./#/ask?file=runs/one.jsonl");
  await expect(ask(page).state).toContainText("Recorded: pocket-policy, seed 1, WASM, Quorum 0.1.0");
  await expect(ask(page).lanes).toHaveCount(2);
  await expect(page).toHaveURL(/file=runs/);
});

test("a file that is not there, or not beside the page, is named, and nobody else is asked", async ({
  page,
  strangers,
}) => {
  await page.goto("./#/ask?file=nothing.jsonl");
  await expect(page.getByRole("alert")).toContainText("There is no “nothing.jsonl” beside this page (404)");
  for (const file of ["https://example.org/run.jsonl", "//example.org/run.jsonl", "../run.jsonl"]) {
    await page.goto("./#/runs");
    await page.goto(`./#/ask?file=${file}`);
    await expect(page.getByRole("alert")).toContainText(`“${file}” does not`);
  }
  expect(strangers).toEqual([]);
});

test("a link that comes while a file is fetched is the one that is shown", async ({ page }) => {
  let answer = () => {};
  const asked = new Promise<void>((resolve) => (answer = resolve));
  let fetched = () => {};
  const begun = new Promise<void>((resolve) => (fetched = resolve));
  await page.route("**/late.jsonl", async (route) => {
    fetched();
    await asked;
    await route.fulfill({ body: exportRuns([storedRun()]) });
  });
  await page.goto("./#/ask?file=late.jsonl");
  await begun;
  await page.evaluate(() => (location.hash = "#/ask?level=2&problem=8&n=3&run=1"));
  await expectState(page, "finished");
  answer();
  await expect(ask(page).lanes).toHaveCount(3);
  await expect(ask(page).state).not.toContainText("Recorded");
});

test("results that fit into no link are offered as a file", async ({ page }) => {
  const random = seededRandom("letters");
  const text = Array.from({ length: 20_000 }, () => String.fromCharCode(integer(random, 97, 122))).join("");
  const run = storedRun();
  const samples = run.samples.map((sample) => ({ ...sample, text }));
  await page.route("**/long.jsonl", (route) => route.fulfill({ body: exportRuns([{ ...run, samples }]) }));
  await page.goto("./#/ask?file=long.jsonl");
  await expect(ask(page).lanes).toHaveCount(2);
  await page.getByRole("button", { name: "Copy link with results" }).click();
  await expect(page.getByText("These results are too long for a link.")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export JSONL" }).click();
  expect((await download).suggestedFilename()).toMatch(/^quorum-run-.*\.jsonl$/);
});
