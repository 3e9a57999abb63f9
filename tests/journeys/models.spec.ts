import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { ModelCard } from "../../models/card";
import { expectState, runLink } from "./lab-page";
import { expect, test } from "./site";

const readCard = (folder: string) =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, `../../models/pocket/${folder}/card.json`), "utf8"),
  ) as ModelCard;
const MODELS = [readCard("policy")];
const READERS = ["aggregator", "judge", "judge-untrained"].map(readCard);

const SHIPPED = [...MODELS, ...READERS, readCard("clip")];
const [policy, aggregator] = SHIPPED as [(typeof SHIPPED)[0], (typeof SHIPPED)[0]];
const card = (page: Page, { label }: { label: string }) =>
  page.getByRole("article", { name: label, exact: true });

test("each model that ships has a card with its size, training, scores and files", async ({ page }) => {
  await page.goto("./");
  await page.getByRole("link", { name: "Models" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Models");
  await expect(page.getByRole("article")).toHaveCount(SHIPPED.length);
  await expect(page.getByRole("main")).toContainText(/\d models ship with this page, \d+\.\d MB together/);
  for (const one of SHIPPED) {
    await expect(card(page, one)).toContainText(one.parameters.toLocaleString("en"));
    await expect(card(page, one)).toContainText(one.license);
    await expect(card(page, one)).toContainText("Not in memory.");
    const points = one.training?.curve?.length ?? 0;
    if (points > 1) await expect(card(page, one).getByRole("img").first()).toBeVisible();
    else await expect(card(page, one)).toContainText("There was no curve to draw");
  }
  const first = card(page, policy);
  await expect(first.getByRole("row", { name: /pass@1/ }).first()).toContainText(
    /\d+\.\d % \[\d+\.\d, \d+\.\d\]/,
  );
  await first.getByText("Files and their sha256").click();
  await expect(first).toContainText(policy.files[0]!.sha256);
  await first.getByText("Numbers", { exact: true }).click();
  await expect(first.getByRole("columnheader", { name: "loss" })).toBeVisible();
});

test("a model that ran is in memory, with what it holds, until it is freed; then it is loaded again", async ({
  page,
}) => {
  await runLink(page, "level=2&problem=1&n=4");
  await page.getByRole("link", { name: "Models" }).click();
  const list = card(page, policy).getByRole("list", { name: /^Memory of/ });
  await expect(list).toContainText(/Weights of the model: [\d.]+ MB/);
  await expect(card(page, policy)).toContainText("the worker of Ask");
  await card(page, policy).getByRole("button", { name: /^Free/ }).click();
  await expect(card(page, policy)).toContainText("Not in memory.");
  expect(page.workers()).toHaveLength(0);
  await page.getByRole("link", { name: "Ask", exact: true }).click();
  await page.getByRole("button", { name: /^Run/ }).click();
  await expectState(page, "finished");
});

test("a stored model is there when the network goes", async ({ page, context }) => {
  await page.goto("./#/models");
  await expect(page.getByText("Ready for offline")).toBeVisible({ timeout: 30_000 });
  const reader = card(page, aggregator);
  await reader.getByRole("button", { name: /^Store/ }).click();
  await expect(reader).toContainText("Stored on this device");
  await context.setOffline(true);
  await page.reload();
  await expect(reader).toContainText("Stored on this device");
  await expect(card(page, policy)).toContainText("Stored on this device");
  const { folder, graph, files } = aggregator;
  const bytes = await page.evaluate(
    async (path) => (await (await fetch(path)).arrayBuffer()).byteLength,
    `${folder}/${graph.wasm}`,
  );
  expect(bytes).toBe(files.find(({ path }) => path === graph.wasm)!.bytes);
});

for (const [size, colorScheme, viewport] of [
  ["desktop", "light", { width: 1440, height: 900 }],
  ["phone", "dark", { width: 360, height: 800 }],
] as const) {
  test(`axe finds nothing, and nothing is wider than the page: ${size}, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    await page.goto("./#/models");
    await expect(page.getByRole("article")).toHaveCount(SHIPPED.length);
    for (const summary of await page.locator("summary").all()) await summary.click();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      viewport.width,
    );
  });
}

test("the values of a curve are walked through by keys", async ({ page }) => {
  await page.goto("./#/models");
  const values = card(page, policy)
    .getByRole("group", { name: /^Values/ })
    .first();
  await values.getByRole("button").first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(values.getByRole("button").nth(1)).toBeFocused();
  await expect(values.getByRole("button").nth(1)).toHaveAccessibleName(/after 10 minutes: 0\.\d+/);
});
