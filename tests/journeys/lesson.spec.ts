import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { ask, expectState, runLink } from "./lab-page";
import { doAtStep, lesson, lessonUrl, walkLesson } from "./lesson-page";
import { expect, test } from "./site";
import { pressInTurn } from "./press-in-turn";
import { standStill } from "./stand-still";

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [
    id,
    nodes.map(({ html }) => html),
  ]);

test("with the network off, six steps lead from one try to a curve of one's own", async ({
  page,
  context,
  strangers,
}) => {
  await page.goto("./");
  await expect(page.getByText("Ready for offline")).toBeVisible();
  await context.setOffline(true);
  await page.goto(lessonUrl("problems=4&draw=7"));
  await page.reload();
  await walkLesson(page, () => Promise.resolve());
  const words = await lesson(page).outcome.textContent();
  await expect(page.getByRole("img", { name: "Accuracy against tokens" })).toHaveAccessibleDescription(
    /500 problems: from 60.2 %.* 4 problems: from/,
  );
  await expect(lesson(page).recorded).toBeEmpty();

  await page.goto("about:blank");
  await page.goto(lessonUrl("step=6&problems=4&draw=7"));
  await doAtStep(page, "Draw my curve");
  expect(await lesson(page).outcome.textContent(), "the same link draws the same curve").toBe(words);
  await doAtStep(page, "Draw another 4");
  await expect(lesson(page).outcome).toContainText(/Before, it ended at \d+ %/);
  expect(strangers).toEqual([]);
});

for (const [size, colorScheme, viewport] of [
  ["desktop", "light", { width: 1280, height: 800 }],
  ["phone", "dark", { width: 390, height: 844 }],
] as const) {
  test(`axe finds nothing at any step, and nothing is wider than the page: ${size}, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    await page.goto(lessonUrl("problems=2"));
    await walkLesson(page, async (step) => {
      expect(await violations(page), `step ${step}`).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, `step ${step}`).toBeLessThanOrEqual(viewport.width);
    });
  });
}

test("with keys alone one guesses, asks and turns the page, and is told what came out", async ({ page }) => {
  await page.goto(lessonUrl());
  const view = lesson(page);
  await expect(view.heading).toContainText("One question, one try");
  await page.getByRole("link", { name: "Step 6" }).focus();
  await page.keyboard.press("Tab"); // The first of the guesses, which are one stop.
  await page.keyboard.press("Space");
  await expect(page.getByRole("radio", { name: "Right" })).toBeChecked();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "Wrong" })).toBeChecked();
  await page.keyboard.press("Tab");
  await expect(view.button("Ask once")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(view.outcome).toContainText("You guessed so");
  await view.next.focus();
  await page.keyboard.press("Enter");
  await expect(view.heading).toBeFocused();
  await expect(view.heading).toHaveText(/Step 2 of 6:\s+The same question again/);
  await expect(page).toHaveURL(/step=2/);
  await page.goBack();
  await expect(view.heading).toContainText("One question, one try");
  await expect(view.outcome).toContainText("You guessed so");
});

test("where the model cannot be had, a recorded run stands in and says so, until this machine is tried again", async ({
  page,
}) => {
  const blocked = "**/models/pocket/policy/onnx/**";
  await page.route(blocked, (route) => route.abort());
  await page.goto(lessonUrl("problems=4"));
  await walkLesson(page, async () => {});
  await expect(lesson(page).recorded).toContainText("model.onnx");
  await expect(lesson(page).recorded).toContainText(
    /by the same model on \d+ \w+ 20\d\d, and not on this machine/,
  );

  await page.unroute(blocked);
  await lesson(page).button("Try this machine again").click();
  await expect(lesson(page).recorded).toBeEmpty();
  await expect(lesson(page).outcome).toBeEmpty();
  await doAtStep(page, "Draw my curve");
  await expect(lesson(page).recorded).toBeEmpty();
});

test("a model that is not there after eight seconds goes on loading while the recorded run stands in", async ({
  page,
}) => {
  let arrive = () => {};
  const late = new Promise<void>((resolve) => (arrive = resolve));
  await page.route("**/models/pocket/policy/onnx/**", async (route) => {
    await late;
    await route.continue();
  });
  await page.goto(lessonUrl());
  const view = lesson(page);
  await doAtStep(page, "Ask once");
  await expect(view.recorded).toContainText("not ready after 8 seconds");
  await expect(view.outcome).toContainText("It answers");
  arrive();
  await view.button("The model is ready: use this machine").click();
  await expect(view.recorded).toBeEmpty();
  await doAtStep(page, "Ask once");
  await expect(view.recorded).toBeEmpty();
});

test("where a curve would take too long, the recorded run stands in and says how long", async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  await runLink(page, "level=1&problem=1&n=1"); // The model is there: it is the writing that takes too long.
  await page.goto(lessonUrl("step=6&problems=100"));
  const view = lesson(page);
  await view.button("Draw my curve").click();
  await expect(view.state).toHaveAttribute("data-state", "writing", { timeout: 30_000 });
  const told = /This machine is slow today: your curve would take about (\d+ seconds|\d+ minutes|hours)/;
  await expect(async () => {
    await standStill(browser, 15_000); // So many seconds for few of 46,000 tokens: minutes for all.
    await expect(view.recorded).toContainText(told, { timeout: 1000 });
  }).toPass({ timeout: 100_000 });
  await expect(view.state).toHaveAttribute("data-state", "finished", { timeout: 45_000 });
  await expect(view.outcome).toContainText(/From one try to 16, your curve goes from \d+ % to \d+ %/);
});

test("a person may choose the recorded run, and the link remembers it", async ({ page }) => {
  await page.goto(lessonUrl());
  await lesson(page).button("Show the recorded run").click();
  await expect(lesson(page).recorded).toContainText("You chose the recorded run");
  await expect(page).toHaveURL(/recorded=1/);
  await page.reload();
  await expect(lesson(page).recorded).toContainText("You chose the recorded run");
  await doAtStep(page, "Ask once");
  expect(page.workers()).toHaveLength(0);
});

test("the lesson waits for Ask, gives way when Ask begins, and goes on by itself", async ({ page }) => {
  await page.goto(lessonUrl("step=6"));
  await expect(lesson(page).button("Draw my curve")).toBeVisible();
  await page.goto("./#/ask?n=64&temperature=2&max-tokens=4000");
  await expect(ask(page).number("Samples")).toHaveValue("64");
  await pressInTurn(page, ["Run", "Learn", "Draw my curve", "End it now"]); // This is there while Ask uses the model.
  await expect(lesson(page).state).toHaveAttribute("data-state", "writing");

  await page.getByRole("link", { name: "Ask", exact: true }).click();
  await ask(page).number("Max tokens").fill("40");
  await ask(page).run.click();
  await expectState(page, "finished");
  await page.getByRole("link", { name: "Learn" }).click();
  await expect(lesson(page).state).toHaveAttribute("data-state", "finished", { timeout: 45_000 });
  await expect(lesson(page).outcome).toContainText(/From one try to 16, your curve goes from \d+ % to \d+ %/);
});

test("Stop ends a curve at once", async ({ page }) => {
  await page.goto(lessonUrl("step=6&problems=100"));
  await lesson(page).button("Draw my curve").click();
  await expect(page.getByRole("progressbar", { name: "Problems done" })).not.toHaveAttribute("value", "0");
  await lesson(page).button("Stop").click();
  await expect(lesson(page).state).toContainText("Stopped"); // Not that it has ended.
});

test("a link to a step that there is not says so, and begins at the first", async ({ page }) => {
  await page.goto(lessonUrl("step=9"));
  await expect(page.getByRole("alert")).toContainText("Step");
  await expect(lesson(page).heading).toContainText("Step 1 of 6");
});
