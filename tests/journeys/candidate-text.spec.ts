import type { Page } from "@playwright/test";
import { ask, expectState, runLink } from "./lab-page";
import { expect, test } from "./site";

const sample = (page: Page, number: number) => page.getByRole("dialog", { name: `Sample ${number}` });
const lane = (page: Page, number: number) =>
  ask(page)
    .lanes.nth(number - 1)
    .getByRole("button");

test("arrow keys and buttons go from sample to sample and keep the focus at either end", async ({ page }) => {
  await runLink(page, "level=2&problem=1&n=3");
  await lane(page, 1).press("Enter");
  await expect(sample(page, 1)).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(sample(page, 1)).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(sample(page, 2)).toBeVisible();
  const next = page.getByRole("button", { name: "Next" });
  await next.press("Enter");
  await expect(sample(page, 3)).toBeVisible();
  await expect(next).toBeFocused();
  await expect(next).toHaveAttribute("aria-disabled", "true");
  await next.press("Enter");
  await expect(sample(page, 3)).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(sample(page, 2)).toBeVisible();
});

test("closing a sample, by its button or by Escape, gives the focus back to its lane", async ({ page }) => {
  await runLink(page, "level=2&problem=1&n=4");
  await lane(page, 2).click();
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(lane(page, 2)).toBeFocused();
  await lane(page, 3).press("Enter");
  await expect(sample(page, 3)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(lane(page, 3)).toBeFocused();
});

test("an open sample closes when another run begins", async ({ page }) => {
  const errors: Error[] = [];
  page.on("pageerror", (error) => errors.push(error));
  await runLink(page, "level=2&problem=1&n=4");
  await lane(page, 4).click();
  await expect(sample(page, 4)).toBeVisible();
  await page.evaluate(() => (location.hash = "#/ask?level=2&problem=2&n=2&run=1"));
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(ask(page).lanes).toHaveCount(2);
  await expectState(page, "finished");
  expect(errors).toEqual([]);
});

test("a sample that is read while it is written keeps the text it has", async ({ page }) => {
  await page.goto("./#/ask?level=8&problem=1&n=64");
  await ask(page).run.click();
  await expect(lane(page, 1)).toHaveAccessibleName(/[1-9]\d* tokens/);
  await lane(page, 1).press("Enter");
  const text = sample(page, 1).locator(".rich");
  await expect(text.locator(".step").nth(1)).toBeVisible(); // The first is complete then.
  const { grown, replaced } = await text.evaluate(async (rich) => {
    let [grown, replaced] = [0, 0];
    let [words, first] = [rich.textContent, rich.querySelector(".step")];
    while (grown < 3) {
      await new Promise(requestAnimationFrame);
      grown += Number(rich.textContent.length > words.length);
      replaced += Number(rich.querySelector(".step") !== first);
      [words, first] = [rich.textContent, rich.querySelector(".step")];
    }
    return { grown, replaced };
  });
  expect(grown).toBe(3);
  expect(replaced).toBe(0);
  await page.keyboard.press("Escape");
});
