import { ask, expectState, runLink } from "./lab-page";
import { expect, test } from "./site";

test("a question is answered sixteen times, voted on, and told apart by method", async ({
  page,
  strangers,
}) => {
  await page.goto("./");
  const view = ask(page);
  await expectState(page, "idle");
  await expect(view.question).not.toBeEmpty();
  await view.run.click();
  await expectState(page, "finished");

  await expect(view.lanes).toHaveCount(16);
  await expect(view.lanes.first().getByRole("button")).toHaveAccessibleName(/^Sample 1 .*\d+ tokens/);
  await expect(view.answers.getByRole("listitem").first()).toBeVisible();
  for (const name of ["First sample", "Majority vote", "Oracle"]) {
    await expect(view.selectors.getByRole("row", { name })).toContainText(/right|wrong|\d\/\d/);
  }
  await expect(view.state).toContainText(/tokens\/s/);
  expect(strangers).toEqual([]);
});

test("the same link draws the same answers", async ({ page }) => {
  const settings = "level=3&problem=5&n=8&temperature=1&seed=7";
  const names = () =>
    ask(page)
      .lanes.getByRole("button")
      .evaluateAll((lanes) => lanes.map((lane) => lane.ariaLabel));
  await runLink(page, settings);
  const first = await names();
  await page.reload();
  await runLink(page, settings);
  expect(await names()).toEqual(first);
  expect(new Set(first).size).toBeGreaterThan(1);
});

test("a candidate opens to its text, answer and why it is right or wrong, and closes by the keyboard", async ({
  page,
}) => {
  await runLink(page, "level=2&problem=1&n=4");
  await ask(page).lanes.nth(1).getByRole("button").press("Enter");
  const dialog = page.getByRole("dialog", { name: "Sample 2" });
  await expect(dialog).toContainText("Mean logprob");
  await expect(dialog).toContainText(/(right|wrong) because .*\d/);
  await expect(dialog).toContainText(/=/);
  await dialog.getByRole("button", { name: "Next" }).click();
  await expect(page.getByRole("dialog", { name: "Sample 3" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("Stop stops at once and keeps what was written", async ({ page }) => {
  await page.goto("./#/ask?level=3&problem=1&n=64&temperature=2&max-tokens=2000");
  const view = ask(page);
  await view.run.click();
  await expectState(page, "running");
  await expect(view.lanes).toHaveCount(64);
  const pressed = Date.now();
  await view.stop.click();
  await expectState(page, "stopped");
  expect(Date.now() - pressed).toBeLessThan(10_000); // On a fast machine the run goes on for most of a minute.
  await expect(view.lanes).toHaveCount(64);
  await expect(view.run).toBeEnabled();
});

test("a question unlike the pocket world is answered with a warning beside it", async ({ page }) => {
  await page.goto("./");
  const view = ask(page);
  await view.question.fill("What is the capital of France?");
  await expect(page.getByText("only ever seen word problems")).toBeVisible();
  await view.newProblem.click();
  await expect(page.getByText("only ever seen word problems")).toHaveCount(0);
});
