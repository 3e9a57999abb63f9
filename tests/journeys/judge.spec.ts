import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./site";

const PAIRS = join(import.meta.dirname, "../fixtures/imports/pairs.jsonl");

const judge = (page: Page) => ({
  state: page.getByRole("status", { name: "Judge state" }),
  run: page.getByRole("button", { name: "Judge pairs" }),
  stop: page.getByRole("button", { name: "Stop", exact: true }),
  words: page.getByRole("region", { name: "In words" }),
  bothOrders: page.getByRole("img", { name: /in both orders/ }),
  squares: page.getByRole("group", { name: "Values: Right and wrong verdicts in both orders" }),
  scores: page.getByRole("img", { name: /^Scores of right and wrong/ }),
  pairs: page.getByRole("region", { name: "The pairs" }).getByRole("listitem"),
  dialog: page.getByRole("dialog"),
});

async function expectState(page: Page, state: string): Promise<void> {
  await expect(judge(page).state).toHaveAttribute("data-state", state, { timeout: 180_000 });
}

async function importPairs(page: Page, file: string): Promise<void> {
  await page.getByLabel("Pairs to import").setInputFiles(file);
  await expect(judge(page).state).toContainText("Imported");
}

async function exported(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export JSONL" }).click(),
  ]);
  return download.path();
}

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [
    id,
    nodes.map(({ html }) => html),
  ]);

test("a link judges six pairs in both orders; one opened shows what the judge wrote, and an export is read back", async ({
  page,
  strangers,
}) => {
  test.setTimeout(300_000);
  await page.goto("./#/judge?level=3&count=6&seed=1&judge=pocket-judge&run=1");
  await expectState(page, "finished");
  await expect(judge(page).state).toContainText("6 pairs judged");
  await expect(judge(page).words).toContainText("of 6 pairs");
  await expect(judge(page).bothOrders).toHaveAccessibleDescription(/right in both orders: \d pairs?/);
  await expect(judge(page).scores).toBeVisible();
  await expect(judge(page).pairs).toHaveCount(6);
  await judge(page).pairs.first().getByRole("button").click();
  await expect(judge(page).dialog.getByRole("region", { name: "Solution A" })).toContainText("Answer");
  await expect(judge(page).dialog.getByRole("region", { name: "A first, then B" })).toBeVisible();
  await expect(judge(page).dialog.getByRole("region", { name: "B first, then A" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(judge(page).dialog).toBeHidden();

  const words = await judge(page).words.innerText();
  const file = await exported(page);
  const lines = (await readFile(file, "utf8")).trim().split("\n");
  expect(lines).toHaveLength(6);
  expect(Object.keys(JSON.parse(lines[0]!) as object)).toEqual(
    expect.arrayContaining(["question", "response_A", "response_B", "label", "judge", "judgement_AB"]),
  );
  await page.reload();
  await importPairs(page, file);
  expect(await judge(page).words.innerText()).toBe(words);
  expect(strangers).toEqual([]);
});

test("what was judged on an earlier visit is not judged again", async ({ page }) => {
  const link = "./#/judge?level=3&count=3&seed=1&judge=pocket-judge&run=1";
  await page.goto(link);
  await expectState(page, "finished");
  expect(page.workers()).toHaveLength(2); // The policy's and the judge's.
  const words = await judge(page).words.innerText();
  await page.goto("about:blank");
  await page.goto(link);
  await expectState(page, "finished");
  expect(await judge(page).words.innerText()).toBe(words);
  expect(page.workers()).toHaveLength(1);
});

test("recorded verdicts of a file are shown without a model; bad rows are counted, shown and skipped", async ({
  page,
}) => {
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(request.url()));
  await page.goto("./#/judge");
  await importPairs(page, PAIRS);
  await expect(judge(page).state).toContainText("4 pairs");
  await expect(judge(page).words).toContainText("25.0 % [4.6, 69.9] of 4 pairs");
  await page.getByText("5 rows skipped").click();
  await expect(page.getByText("no response_B: it is missing")).toBeVisible();

  const first = judge(page).squares.getByRole("button", { name: /right in both orders/ });
  await first.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /only with the better one first/ })).toBeVisible();
  await page.getByRole("button", { name: /What is 4 \+ 4/ }).click();
  await expect(judge(page).dialog).toContainText("The order decided: it chose what stood first, both times.");
  await page.keyboard.press("Escape");
  expect(fetched.filter((url) => /judge\/.*onnx/.test(url))).toEqual([]);

  for (const numbers of await page.getByText("Numbers").all()) await numbers.click();
  await page.getByText("Published figures").click();
  for (const [colorScheme, viewport] of [
    ["light", { width: 1440, height: 900 }],
    ["dark", { width: 390, height: 844 }],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      viewport.width,
    );
  }
});

test("Stop keeps what was judged, also while another view is shown, and Judge pairs goes on behind it", async ({
  page,
}) => {
  test.setTimeout(300_000);
  await page.goto("./#/judge?level=3&count=300&run=1");
  await expect(judge(page).state).toContainText(/[1-9]\d* of 300 pairs judged/, { timeout: 120_000 });
  await judge(page).stop.click();
  await expectState(page, "stopped");
  const judged = async () => Number(/(\d+) pairs? judged/.exec(await judge(page).state.innerText())![1]);
  const before = await judged();
  expect(before).toBeGreaterThan(0);
  await page.getByRole("link", { name: "Runs" }).click();
  await page.getByRole("link", { name: "Judge", exact: true }).click();
  await expect(judge(page).words).toContainText(`of ${before} pair`);
  await page.getByRole("spinbutton", { name: "Pairs" }).fill(`${before + 1}`);
  await judge(page).run.click();
  await expectState(page, "finished");
  expect(await judged()).toBe(before + 1);
});

test("a file without pairs says what a row needs, and a wrong link what is wrong with it", async ({
  page,
}) => {
  await page.goto("./#/judge?judge=nobody&run=1");
  await expect(page.getByRole("alert")).toContainText("nobody");
  await expectState(page, "idle");
  const buffer = Buffer.from('{"question":"What is 2 + 3?"}\n');
  await page
    .getByLabel("Pairs to import")
    .setInputFiles({ name: "none.jsonl", mimeType: "text/plain", buffer });
  await expect(page.getByRole("alert").last()).toContainText("no response_A");
});
