// Vision: pictures and labels meet, in a real worker, with the encoder that ships.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./site";

const fixture = (name: string) => join(import.meta.dirname, "../fixtures/pictures", name);
const ranking = (page: Page) => page.getByRole("region", { name: "What it may be" }).getByRole("listitem");
const pictures = (page: Page) => page.getByRole("region", { name: "All pictures" }).getByRole("listitem");

async function open(page: Page, link = "#/vision") {
  await page.goto(`./${link}`);
  await expect(page.getByRole("status", { name: "The model" })).toContainText("ready after", {
    timeout: 60_000,
  });
  await expect(page.getByText("being looked at")).toHaveCount(0);
}

test("a first visit shows pictures and what they may be, in eleven languages", async ({ page }) => {
  await open(page);
  await expect(pictures(page)).toHaveCount(5);
  await expect(ranking(page).first()).toContainText("red heart");
});

test("labels of a link are compared, and one that is added joins them with the language it is in", async ({
  page,
}) => {
  await open(page, "#/vision?label=en:fish&label=de:Herz");
  await expect(ranking(page).first()).toContainText("Herz");
  await page.getByRole("textbox", { name: "New labels" }).fill("солнце");
  await page.getByRole("textbox", { name: "New labels" }).press("Enter");
  await expect(page.getByLabel("Language of солнце")).toHaveValue("ru");
  await expect(page).toHaveURL(/label=ru:/);
  await page.getByRole("button", { name: "Show sun.png" }).click();
  await expect(ranking(page).first()).toContainText("солнце");
});

test("what cannot be a label, and what is no picture, is said by name, and the rest goes on", async ({
  page,
}) => {
  await open(page);
  const labels = page.getByRole("textbox", { name: "New labels" });
  await labels.fill("Red HEART");
  await labels.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "“Red HEART” is a label already" })).toBeVisible();
  await labels.fill("x".repeat(10_000));
  await labels.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "10,000 characters" })).toBeVisible();
  await page.getByRole("button", { name: "Take all away" }).click();
  await expect(page.getByText("There are no labels")).toBeVisible();

  await page.getByLabel("Pictures", { exact: true }).setInputFiles([
    { name: "nothing.png", mimeType: "image/png", buffer: Buffer.alloc(0) },
    { name: "words.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no picture at all, but words") },
    { name: "cross.png", mimeType: "image/png", buffer: readFileSync(fixture("grey.png")) },
  ]);
  await expect(pictures(page)).toHaveCount(8);
  await expect(page.getByRole("alert").filter({ hasText: "nothing.png" })).toContainText(/empty|no bytes/i);
  await expect(pictures(page).filter({ hasText: "not seen" })).toHaveCount(2);
  await page.getByRole("button", { name: "Show cross.png" }).click();
  await expect(page.getByRole("region", { name: "The picture" })).toContainText("ms");
});

test("words find pictures, and taking the words away shows all again", async ({ page }) => {
  await open(page);
  await expect(pictures(page).getByText("red heart")).toHaveCount(1);
  const search = page.getByRole("searchbox");
  await search.fill("red heart");
  await expect(pictures(page).first().getByRole("button")).toHaveAccessibleName("Show heart.png");
  await search.fill("");
  await expect(page.getByRole("heading", { name: "Pictures (5)" })).toBeVisible();
});

test("a drawing is looked at like any picture", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Draw…" }).click();
  const sheet = (await page.getByLabel("Sheet to draw on").boundingBox())!;
  await page.mouse.move(sheet.x + 60, sheet.y + 60);
  await page.mouse.down();
  await page.mouse.move(sheet.x + 200, sheet.y + 200, { steps: 8 });
  await page.mouse.up();
  await page.getByRole("button", { name: "What is it?" }).click();
  await expect(pictures(page)).toHaveCount(6);
  await expect(page.getByRole("region", { name: "The picture" })).toContainText("drawing.png");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing in Vision, ${colorScheme}, and a phone's width holds it`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });
}

test("what was made of labels and files is kept: another visit computes no picture again", async ({
  page,
}) => {
  await open(page);
  const chooser = page.getByLabel("Pictures", { exact: true });
  await chooser.setInputFiles(fixture("photo.jpg"));
  const shown = page.getByRole("region", { name: "The picture" });
  await expect(shown).toContainText("ms");
  await page.reload();
  await open(page);
  await chooser.setInputFiles(fixture("photo.jpg"));
  await expect(shown).toContainText("looked at on an earlier visit");
  await expect(ranking(page).first()).toBeVisible();
});
