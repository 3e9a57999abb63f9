import type { Page } from "@playwright/test";
import { doAtStep, lesson, walkSteps } from "./lesson-page";
import { expect } from "./site";

export const crowdUrl = (settings = "") => `./#/lesson/crowd-wrong${settings && `?${settings}`}`;

/** Does what each step of the second lesson asks for; `look` is called at its beginning and its end. */
export async function walkCrowd(page: Page, look: (step: number) => Promise<void>): Promise<void> {
  const { outcome, button } = lesson(page);
  const vote = async () => {
    await doAtStep(page, "Ask 16 times");
    await expect(outcome).toContainText(/with \d+ of 16 votes/);
  };
  const sort = async () => {
    await button("Sort them").click();
    const squares = page.getByRole("figure").locator(".square");
    await expect(squares).toHaveCount(200);
    expect((await squares.first().boundingBox())?.width, "styles are there").toBeGreaterThan(8);
    await expect(outcome).toContainText(/Of \d+ votes that are wrong, in \d+ some try had the right answer/);
  };
  await walkSteps(page, [vote, vote, sort, () => read(page), () => judge(page), () => spend(page)], look);
}

/** All tries, then none. */
async function read(page: Page): Promise<void> {
  const { outcome } = lesson(page);
  await doAtStep(page, "Let it read 16");
  await expect(outcome).toContainText(/Shown 16, it answers \d+/);
  await page.getByRole("slider", { name: "Tries it is shown" }).press("Home");
  await doAtStep(page, "Ask it without tries");
  await expect(outcome).toContainText(/Without a single try, it answers \d+/);
  await expect(page.getByRole("list", { name: "Its answers" }).getByRole("listitem")).toHaveCount(2);
}

async function judge(page: Page): Promise<void> {
  const { outcome, button } = lesson(page);
  for (const which of ["before", "after"]) {
    await button(`Ask the judge ${which} training`).click();
    await expect(outcome).toContainText(new RegExp(`The judge ${which} training.*recorded pairs`, "s"));
  }
}

async function spend(page: Page): Promise<void> {
  await page.getByText("A reader", { exact: true }).click();
  await page.getByRole("slider", { name: "Tries that are read" }).press("ArrowRight");
  await expect(lesson(page).outcome).toContainText(/tries and a reader: \d+ % right.*You guessed a reader/s);
}
