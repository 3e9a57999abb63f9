import { ask, expectState, runLink } from "./lab-page";
import { expect, test } from "./site";

test("an empty question is named at its field and nothing runs", async ({ page }) => {
  await page.goto("./");
  const view = ask(page);
  await view.question.fill("  ");
  await view.run.click();
  await expect(page.getByText("The question is empty")).toBeVisible();
  await expect(view.question).toHaveAttribute("aria-invalid", "true");
  await expectState(page, "idle");
});

test("a question longer than the model can read is named at its field and nothing runs", async ({ page }) => {
  await page.goto("./");
  const view = ask(page);
  await view.question.fill("Ana has 3 apples. ".repeat(1200));
  await view.run.click();
  await expect(page.getByText(/takes \d+ tokens, but this model reads at most 4096/)).toBeVisible({
    timeout: 30_000,
  });
  await expectState(page, "idle");
  await expect(view.lanes).toHaveCount(0);
});

test("no number, and a number out of range, are named at their field and nothing runs", async ({ page }) => {
  await page.goto("./");
  const view = ask(page);
  await view.number("Samples").fill("0");
  await view.run.click();
  await expect(page.getByText("Samples must be a whole number from 1 to 64; 0 is not.")).toBeVisible();
  await view.number("Samples").fill("");
  await view.run.click();
  await expect(page.getByText(/Samples must be .* it is empty/)).toBeVisible();
  await expectState(page, "idle");
  await view.number("Samples").fill("2");
  await view.run.click();
  await expectState(page, "finished");
});

test("a link's bad and unknown values are named, replaced by defaults, and it does not start", async ({
  page,
}) => {
  await page.goto("./#/ask?n=many&level=99&colour=red&run=1");
  await expect(page.getByText("“many” is not one")).toBeVisible();
  await expect(page.getByText("Level must be one of")).toBeVisible();
  await expect(page.getByText("“colour”, which is not a setting")).toBeVisible();
  await expect(ask(page).number("Samples")).toHaveValue("16");
  await expectState(page, "idle");
});

test("a link says everything: level, problem, samples, temperature, seed, and that it should start", async ({
  page,
}) => {
  await runLink(page, "level=3&problem=42&n=5&temperature=0.8&seed=1");
  const view = ask(page);
  await expect(view.lanes).toHaveCount(5);
  await expect(view.level).toHaveValue("3");
  await expect(view.number("Temperature")).toHaveValue("0.8");
});

test("a question of one's own travels in the link", async ({ page }) => {
  const question = "Ana has 12 marbles. Ben has 5 more marbles than Ana. How many marbles does Ben have?";
  await runLink(page, `question=${encodeURIComponent(question)}&expected=17&n=2`);
  await expect(ask(page).question).toHaveValue(question);
  await page.reload();
  await expect(ask(page).question).toHaveValue(question);
  await expect(ask(page).expected).toHaveValue("17");
});
