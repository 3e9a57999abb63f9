import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import aggregator from "../../models/pocket/aggregator/card.json" with { type: "json" };
import judgeBefore from "../../models/pocket/judge-untrained/card.json" with { type: "json" };
import judge from "../../models/pocket/judge/card.json" with { type: "json" };
import { crowdUrl, walkCrowd } from "./lesson-crowd-page";
import { doAtStep, lesson, lessonUrl } from "./lesson-page";
import { expect, test } from "./site";

const READERS = [aggregator, judge, judgeBefore];

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [
    id,
    nodes.map(({ html }) => html),
  ]);

/** A first visit has the policy; who reads its tries is stored when somebody asks for it. */
async function storeReaders(page: Page): Promise<void> {
  await page.goto("./#/models");
  await expect(page.getByText("Ready for offline")).toBeVisible();
  for (const { label } of READERS) {
    const card = page.getByRole("article", { name: label, exact: true });
    await card.getByRole("button", { name: /^Store/ }).click();
    await expect(card).toContainText("Stored on this device");
  }
}

test("with the network off, six steps lead from a right vote to what a reader costs, and axe finds nothing", async ({
  page,
  context,
  strangers,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await storeReaders(page);
  await context.setOffline(true);
  await page.goto(crowdUrl());
  await page.reload();
  await walkCrowd(page, async (step) => {
    expect(await violations(page), `step ${step}`).toEqual([]);
    await expect(lesson(page).recorded, `step ${step}`).toBeEmpty();
  });
  await expect(page.getByRole("img", { name: "Accuracy against tokens" })).toBeVisible();
  expect(strangers).toEqual([]);
});

test("off the network behind a first visit the policy writes, and the recorded run stands in for who reads", async ({
  page,
  context,
}) => {
  await page.goto("./");
  await expect(page.getByText("Ready for offline")).toBeVisible();
  await context.setOffline(true);
  await page.goto(crowdUrl("step=2"));
  const view = lesson(page);
  await doAtStep(page, "Ask 16 times");
  await expect(view.recorded).toBeEmpty();
  await view.next.click();
  await view.next.click();
  await view.button("Let it read 16").click();
  await expect(view.outcome).toContainText("Shown 16, it answers");
  await expect(view.recorded).toContainText("The model could not be used");
});

test("on a phone, in the dark, nothing is wider than the page, and axe finds nothing", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(crowdUrl("recorded=1"));
  await walkCrowd(page, async (step) => {
    expect(await violations(page), `step ${step}`).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, `step ${step}`).toBeLessThanOrEqual(390);
  });
  expect(page.workers(), "the recorded run needs no model").toHaveLength(0);
});

test("where the aggregator cannot be had, what it wrote when it was recorded stands in, and says so", async ({
  page,
}) => {
  await page.route("**/models/pocket/aggregator/onnx/**", (route) => route.abort());
  await page.goto(crowdUrl("step=4"));
  const view = lesson(page);
  await view.button("Let it read 16").click();
  await expect(view.outcome).toContainText(/Shown 16, it answers \d+, and that is right/);
  await expect(view.recorded).toContainText(/by the same model on \d+ \w+ 20\d\d, and not on this machine/);
});

test("with keys alone one guesses, chooses what is read, and is told what came of it", async ({ page }) => {
  await page.goto(crowdUrl("step=4&recorded=1"));
  const view = lesson(page);
  await page.getByRole("link", { name: "Step 6" }).focus();
  await page.keyboard.press("Tab"); // The first of the guesses, which are one stop.
  if (await page.getByRole("radio", { name: "Yes" }).evaluate((radio) => radio !== document.activeElement))
    await page.keyboard.press("Tab"); // The way back to this machine stands between.
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("slider", { name: "Tries it is shown" })).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  await expect(view.button("Let it read 2")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(view.outcome).toContainText("Shown 2, it answers");
});

test("one goes from lesson to lesson, and stands where one stood", async ({ page }) => {
  await page.goto("./#/lesson");
  await expect(page).toHaveURL(/#\/lesson\/second-sample/);
  const lessons = page.getByRole("navigation", { name: "Lessons" });
  await lessons.getByRole("link", { name: "When the crowd is wrong" }).click();
  const view = lesson(page);
  await expect(view.heading).toContainText("A crowd that is right");
  await view.next.click();
  await expect(view.heading).toContainText("A crowd that is wrong");
  await lessons.getByRole("link", { name: "What does a second sample buy?" }).click();
  await expect(view.heading).toContainText("One question, one try");
  await page.goto(lessonUrl("step=6"));
  await page.getByRole("link", { name: "Next lesson: When the crowd is wrong" }).click();
  await expect(view.heading).toContainText("A crowd that is wrong");
});

test("a lesson that writes goes first, and the other one says so", async ({ page }) => {
  await page.goto(lessonUrl("step=6&problems=100"));
  const view = lesson(page);
  await view.button("Draw my curve").click();
  await expect(view.state).toHaveAttribute("data-state", "writing");
  await page.goto(crowdUrl());
  await view.button("Ask 16 times").click();
  await expect(view.state).toContainText("The other lesson is using the model");
  await view.button("End it now").click();
  await expect(view.state).toHaveAttribute("data-state", "finished");
  await expect(view.outcome).toContainText(/of 16 votes/);
});

test("Stop ends a judge at once, and asked again it goes on", async ({ page }) => {
  await page.goto(crowdUrl("step=5"));
  const view = lesson(page);
  await view.button("Ask the judge before training").click();
  await expect(page.getByRole("region", { name: "What the judge writes" })).toBeVisible();
  await view.button("Stop").click();
  await expect(view.state).toContainText("Stopped");
  await expect(view.outcome).toBeEmpty();
  await view.button("Ask the judge before training").click();
  await expect(view.outcome).toContainText(/The judge before training.*recorded pairs/s);
  await doAtStep(page, "Ask the judge after training");
});
