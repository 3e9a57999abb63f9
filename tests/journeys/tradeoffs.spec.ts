import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { beginAgain } from "./begin-again";
import { ask, expectState } from "./lab-page";
import { expect, test } from "./site";
import {
  expectSweep,
  exportedSamples,
  pauseOnceDrawn,
  saved,
  storedSamples,
  tradeoffs,
} from "./tradeoffs-page";

/** What a model has to be loaded for, or many problems made. */
const SLOWLY = { timeout: 90_000 };
test.describe.configure({ timeout: 300_000 }); // Some wait for hundreds of samples, on whatever machine.

const TWENTY = "./#/tradeoffs?count=20&n=8";

test("a sweep that was paused, closed, reopened and resumed ends as one that was never interrupted", async ({
  context,
  page,
}) => {
  await page.goto(`${TWENTY}&run=1`);
  await expectSweep(page, "sweeping");
  await expect(tradeoffs(page).state).toContainText(/[1-9]\d* of 160 samples/);
  await tradeoffs(page).pause.click();
  await expectSweep(page, "stopped");
  await expect(tradeoffs(page).state).toContainText("Paused.");
  const before = Number(/(\d+) of 160/.exec(await tradeoffs(page).state.innerText())![1]);
  expect(before).toBeLessThan(160);
  await page.close();

  const again = await context.newPage();
  await again.goto("./#/tradeoffs");
  await expect(tradeoffs(again).state).toContainText(`${before} of 160 samples`);
  await expect(tradeoffs(again).count).toHaveValue("20");
  await tradeoffs(again).resume.click();
  await expectSweep(again, "finished");
  const resumed = await exportedSamples(again);

  await beginAgain(tradeoffs(again));
  await expectSweep(again, "finished");
  const whole = await exportedSamples(again);
  expect(whole.size).toBe(20);
  expect(resumed).toEqual(whole);
});

test("a sweep that its closed page left running goes on where it was", async ({ context, page }) => {
  await page.goto(`${TWENTY}&run=1`);
  await expect(tradeoffs(page).state).toContainText(/[1-9]\d* of 160 samples/);
  await expect.poll(() => storedSamples(page)).toBeGreaterThan(0);
  await page.close();
  const again = await context.newPage();
  await again.goto("./#/tradeoffs");
  await expect(tradeoffs(again).state).toContainText(/Paused\. [1-9]\d* of 160 samples/);
  await tradeoffs(again).resume.click();
  await expectSweep(again, "finished");
  await expect(tradeoffs(again).state).toContainText("160 samples of 20 problems");
});

test("a sweep of the adaptive vote alone draws only what that needs, however often it is interrupted, and the rest when it is wanted", async ({
  page,
}) => {
  await page.goto("./#/tradeoffs?count=8&n=12&methods=first,adaptive&run=1");
  await pauseOnceDrawn(page);
  await expectSweep(page, "stopped");
  await expect(tradeoffs(page).state).toContainText(/\d of 8 problems have enough, with [1-9]\d* samples/);
  await page.reload();
  await tradeoffs(page).resume.click();
  await expectSweep(page, "finished");
  await expect(tradeoffs(page).state).toContainText(/[1-9]\d* more were not needed/);
  const resumed = await exportedSamples(page);

  await beginAgain(tradeoffs(page));
  await expectSweep(page, "finished");
  expect(await exportedSamples(page)).toEqual(resumed);
  const drawn = [...resumed.values()].map(({ samples }) => samples.length);
  expect(Math.min(...drawn)).toBe(4);
  expect(drawn.reduce((sum, count) => sum + count)).toBeLessThan(8 * 12);
  await expect(tradeoffs(page).resume).toHaveAttribute("aria-disabled", "true");

  // What was drawn no further is no fair draw for any other method.
  const vote = page.getByRole("checkbox", { name: "Majority vote", exact: true });
  await vote.check();
  const point = (samples: number) =>
    tradeoffs(page).figure.getByRole("button", { name: new RegExp(`Majority vote, ${samples} samples`) });
  await expect(point(4)).toBeVisible();
  await expect(point(8)).toHaveCount(0);
  await expect(page.getByText(/counts only the first 4 samples of each/)).toBeVisible();
  await expect(tradeoffs(page).state).toContainText(/need the other [1-9]\d*: Resume draws them/);
  await tradeoffs(page).resume.click();
  await expectSweep(page, "finished");
  await expect(tradeoffs(page).state).toContainText("96 samples of 8 problems");
  await expect(point(12)).toBeVisible();
  await expect(page.getByText(/counts only the first 4 samples of each/)).toHaveCount(0);
  const whole = await exportedSamples(page);
  for (const [problem, { samples }] of resumed)
    expect(whole.get(problem)!.samples.slice(0, samples.length)).toEqual(samples);
});

test("a sweep that is open in a second tab is said to be run elsewhere, and can be gone on with once the first has closed", async ({
  context,
  page,
}) => {
  await page.goto("./#/tradeoffs?count=200&n=64&run=1");
  await expectSweep(page, "sweeping");
  const second = await context.newPage();
  await second.goto("./#/tradeoffs");
  await expect(tradeoffs(second).state).toContainText(
    "Another tab of this browser is running this sweep.",
    SLOWLY,
  );
  await expect(second.getByRole("listitem").filter({ hasText: "200 problems" })).toContainText(
    "being run in another tab",
  );
  await expect(tradeoffs(second).resume).toHaveAttribute("aria-disabled", "true");
  await page.close();
  await second.reload();
  await expect(tradeoffs(second).state).toContainText("Paused.", SLOWLY);
  await expect(tradeoffs(second).resume).toHaveAttribute("aria-disabled", "false");
});

test("a worker that dies in the middle of a sweep is replaced, which is said, and the sweep ends with the same samples", async ({
  page,
}) => {
  await page.goto("./#/tradeoffs?count=12&n=4&run=1");
  await expectSweep(page, "sweeping");
  await page.workers()[0]!.evaluate(() => self.close());
  await expect(tradeoffs(page).state).toContainText("A worker was lost and has been replaced", SLOWLY);
  await expectSweep(page, "finished");
  const mended = await exportedSamples(page);
  expect(mended.size).toBe(12);
  await beginAgain(tradeoffs(page));
  await expectSweep(page, "finished");
  await expect(tradeoffs(page).state).not.toContainText("A worker was lost");
  expect(await exportedSamples(page)).toEqual(mended);
});

test("a sweep keeps to the memory that its link gives, and says how few samples that holds at once", async ({
  page,
}) => {
  await page.goto("./#/tradeoffs?level=1&count=2&n=4&memory=2MB&run=1");
  await expectSweep(page, "finished");
  await expect(tradeoffs(page).state).toContainText(
    /memory given, 2 MB, holds (one sample|\d samples) of a problem/,
  );
  await expect(tradeoffs(page).state).toContainText("8 samples of 2 problems");
  await page.getByRole("textbox", { name: "Memory for samples" }).fill("lots");
  await tradeoffs(page).run.click();
  await expect(page.getByText("“lots” is neither")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Memory for samples" })).toHaveAttribute(
    "aria-invalid",
    "true",
  );
});

test("a model from a folder answers a sweep; where it is not loaded any more, that is said", async ({
  context,
  page,
}) => {
  await page.goto("./#/ask?level=1&problem=1");
  await page.getByLabel("Model folder").setInputFiles(join(import.meta.dirname, "../fixtures/nano"));
  await expect(ask(page).model).toHaveValue("folder:nano", SLOWLY);
  await page.getByRole("link", { name: "Trade-offs" }).click();
  await expect(tradeoffs(page).run).toBeVisible(); // Ask has a field of that name too.
  await page.getByRole("combobox", { name: "Model" }).selectOption("folder:nano");
  await tradeoffs(page).count.fill("60");
  await tradeoffs(page).samples.fill("4");
  await pauseOnceDrawn(page, "Run sweep");
  await expectSweep(page, "stopped");
  await tradeoffs(page).resume.click();
  await expectSweep(page, "finished");
  await expect(tradeoffs(page).state).toContainText("240 samples of 60 problems");
  await pauseOnceDrawn(page, "Run sweep");
  await expectSweep(page, "stopped");
  await page.close();
  const again = await context.newPage();
  await again.goto("./#/tradeoffs");
  await tradeoffs(again).resume.click();
  await expect(tradeoffs(again).state).toContainText(
    "“folder:nano” is not here. Load its folder in Ask",
    SLOWLY,
  );
});

test("a question to Ask goes first, and the sweep goes on by itself", async ({ page }) => {
  await page.goto("./#/tradeoffs?count=30&n=8&run=1");
  await expect(tradeoffs(page).state).toContainText(/[1-9]\d* of 240 samples/);
  await page.getByRole("link", { name: "Ask" }).click();
  await ask(page).run.click();
  await expectState(page, "finished");
  await page.getByRole("link", { name: "Trade-offs" }).click();
  await expectSweep(page, "finished");
  await expect(tradeoffs(page).state).toContainText("240 samples of 30 problems");
});

test("a point opens the problems behind it, and a problem opens in Ask with its samples", async ({
  page,
}) => {
  await page.goto("./#/tradeoffs?count=6&n=4&run=1");
  await expectSweep(page, "finished");
  await tradeoffs(page).methods.selectOption("First sample and majority vote");
  await tradeoffs(page)
    .figure.getByRole("button", { name: /Majority vote, 4 samples/ })
    .click();
  const picked = page.getByRole("dialog", { name: /Majority vote/ });
  await expect(picked.getByRole("listitem")).toHaveCount(6);
  const first = picked.getByRole("listitem").first().getByRole("button");
  const right = /(\d) of 4 right/.exec(await first.innerText())![1];
  await first.click();
  await expectState(page, "finished");
  await expect(ask(page).lanes).toHaveCount(4);
  const drawn = await ask(page).lanes.allInnerTexts();
  expect(await ask(page).lanes.getByText(", right").count()).toBe(Number(right));
  await beginAgain(ask(page)); // Under the same seed it draws the same samples again.
  await expectState(page, "finished");
  expect(await ask(page).lanes.allInnerTexts()).toEqual(drawn);
});

test("the figure is saved as SVG, PNG and CSV, and each can be read again", async ({ page }) => {
  await page.goto("./#/tradeoffs?count=4&n=4&run=1");
  await expectSweep(page, "finished");
  const { figure, exportFigure } = tradeoffs(page);
  const format = figure.getByRole("combobox", { name: "Format" });

  const svg = await saved(page, () => exportFigure.click());
  expect(svg.name).toMatch(/\.svg$/);
  const marks = await page.evaluate((text) => {
    const { documentElement } = new DOMParser().parseFromString(text, "image/svg+xml");
    return { root: documentElement.nodeName, paths: documentElement.querySelectorAll("path").length };
  }, svg.text);
  expect(marks).toMatchObject({ root: "svg" });
  expect(marks.paths).toBeGreaterThan(5);

  await format.selectOption("CSV");
  const csv = await saved(page, () => exportFigure.click());
  const rows = csv.text.trim().split("\n");
  expect(rows[0]).toContain("tokens");
  expect(rows.length).toBeGreaterThan(10);

  await format.selectOption("PNG");
  const download = page.waitForEvent("download");
  await exportFigure.click();
  const path = await (await download).path();
  const { readFile } = await import("node:fs/promises");
  const png = await readFile(path);
  expect([...png.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join("")).toBe("PNG");
  expect(png.readUInt32BE(16)).toBeGreaterThan(1000); // Its width in pixels.
});

test("what is wrong with a field is said there, and a link says what it cannot mean", async ({ page }) => {
  await page.goto("./#/tradeoffs?n=900&methods=first,luck");
  await expect(page.getByText(/Samples must be a whole number from 1 to 64; 900 is not/)).toBeVisible();
  await expect(page.getByText(/“luck” is not/)).toBeVisible();
  await tradeoffs(page).count.fill("0");
  await tradeoffs(page).run.click();
  await expect(tradeoffs(page).count).toBeFocused();
  await expect(tradeoffs(page).state).toHaveAttribute("data-state", "idle");
});

test("the view has no fault that axe finds, on a desk and on a phone, and a phone needs no sideways scrolling", async ({
  page,
  context,
}) => {
  await page.goto("./#/tradeoffs?count=5&n=4&run=1");
  await expectSweep(page, "finished");
  await context.setOffline(true);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test("recorded samples of another tool are imported, looked over, and shown without any model", async ({
  page,
}) => {
  await page.goto("./#/tradeoffs");
  await tradeoffs(page).import.click();
  const dialog = page.getByRole("dialog", { name: "Import a file" });
  const chooser = page.waitForEvent("filechooser");
  await dialog.getByRole("button", { name: /Choose file/ }).click();
  await (await chooser).setFiles(join(import.meta.dirname, "../fixtures/imports/samples.jsonl"));
  await dialog.getByRole("button", { name: /Use these/ }).click();
  await expect(dialog).toBeHidden();
  await expect(tradeoffs(page).state).toContainText("Recorded: samples.jsonl");
  await expect(page.getByText(/Of 4 problems, one sample gets/)).toBeVisible();
  await expect(
    tradeoffs(page).figure.getByRole("button", { name: /Best by score, 4 samples/ }),
  ).toBeVisible();
});

test("problems from a file become a set to choose, and are asked", async ({ page }) => {
  await page.goto("./#/tradeoffs?n=2");
  await tradeoffs(page).import.click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /Choose file/ }).click();
  await (await chooser).setFiles(join(import.meta.dirname, "../fixtures/imports/problems.jsonl"));
  await page.getByRole("button", { name: /Use these/ }).click();
  await expect(tradeoffs(page).problems.locator("option:checked")).toContainText("Imported: problems.jsonl");
  await tradeoffs(page).run.click();
  await expectSweep(page, "finished");
  await expect(tradeoffs(page).state).toContainText(/\d+ samples of \d+ problems/);
});

test("a sweep that was exported is imported again, with the same results", async ({ page }, testInfo) => {
  await page.goto("./#/tradeoffs?count=5&n=4&run=1");
  await expectSweep(page, "finished");
  const words = await page.getByText(/Of 5 problems, one sample gets/).innerText();
  const { text } = await saved(page, () => tradeoffs(page).exportLines.click());
  const file = testInfo.outputPath("sweep.jsonl");
  await writeFile(file, text);
  await tradeoffs(page).import.click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /Choose file/ }).click();
  await (await chooser).setFiles(file);
  await page.getByRole("button", { name: /Use these/ }).click();
  await expect(tradeoffs(page).state).toContainText("Recorded: pocket-policy");
  await expect(page.getByText(words)).toBeVisible();
});

test("a link with results shows them elsewhere as recorded, and computes nothing", async ({
  browser,
  context,
  page,
  site,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("./#/tradeoffs?count=5&n=4&run=1");
  await expectSweep(page, "finished");
  const words = await page.getByText(/Of 5 problems, one sample gets/).innerText();
  await page.getByRole("button", { name: "Copy link with results" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  await expect(page.getByText(/The link holds each sample's answer, .*; its text is left out/)).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain(site.url);

  const elsewhere = await (await browser.newContext()).newPage();
  const models: string[] = [];
  elsewhere.on("request", (request) => request.url().endsWith(".onnx") && models.push(request.url()));
  await elsewhere.goto(link);
  await expect(tradeoffs(elsewhere).state).toContainText(/Recorded: pocket-policy, seed 0, WASM, Quorum/);
  await expect(elsewhere.getByText(words)).toBeVisible();
  expect(models).toEqual([]);
});
