import { ask, expectState, runLink } from "./lab-page";
import { expect, test } from "./site";

test("a link followed twice runs twice", async ({ page }) => {
  await page.goto("./");
  const link = page.getByRole("link", { name: "A clear win" }).first();
  await link.click();
  await expectState(page, "finished");
  await expect(page).not.toHaveURL(/run=1/);
  await link.click();
  await page.goto("./#/runs");
  await expect(page.getByRole("article")).toHaveCount(2);
});

test("a link that comes in mid-run stops the run and is itself run; of two, the last", async ({ page }) => {
  await page.goto("./#/ask?n=64&temperature=2&max-tokens=2000&run=1");
  await expectState(page, "running");
  await page.evaluate(() => {
    location.hash = "#/ask?level=2&problem=7&n=3&run=1";
    setTimeout(() => (location.hash = "#/ask?level=2&problem=8&n=2&run=1"));
  });
  await expect(ask(page).lanes).toHaveCount(2);
  await expectState(page, "finished");
  await expect(ask(page).number("Samples")).toHaveValue("2");
});

test("a run started as soon as the last one ended is kept as well", async ({ page }) => {
  await runLink(page, "level=1&problem=2&n=2");
  await ask(page).run.click();
  await page.goto("./#/runs");
  await expect(page.getByRole("article")).toHaveCount(2);
});

test("a view that there is not is named, and Ask opens", async ({ page }) => {
  await page.goto("./#/nowhere");
  await expect(page.getByRole("alert")).toContainText("nowhere");
  await expect(ask(page).question).toBeVisible();
});

test("a right answer of one's own survives a correction of the question", async ({ page }) => {
  await page.goto("./#/ask?question=Ana%20has%203%20apples.&expected=3");
  await ask(page).question.fill("Ana has 3 pears.");
  await expect(ask(page).expected).toHaveValue("3");
});

test("after a link without run=1 no results stand under another question", async ({ page }) => {
  await runLink(page, "level=1&problem=2&n=2");
  await page.goto("./#/ask?level=1&problem=3&n=2");
  await expectState(page, "idle");
  await expect(ask(page).lanes).toHaveCount(0);
});

test("the copy for offline use waits for a first run that a link starts", async ({ page }) => {
  await page.addInitScript(() => {
    const workers = navigator.serviceWorker;
    const register = workers.register.bind(workers);
    workers.register = (...worker) => {
      const run = document.querySelector<HTMLElement>("[aria-label='Run state']");
      document.documentElement.dataset.runAtCopy = run?.dataset.state ?? "";
      return register(...worker);
    };
  });
  await page.goto("./#/ask?level=8&problem=1&n=64&run=1");
  await expect(page.getByText("Ready for offline")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-run-at-copy", "finished");
});
