import { AxeBuilder } from "@axe-core/playwright";
import { ask, expectState, runLink } from "./lab-page";
import { expect, test } from "./site";

test("once a model is loaded, what a run will take stands beside Run and follows the fields", async ({
  page,
}) => {
  await page.goto("./");
  const view = ask(page);
  await expect(view.run).toHaveAccessibleDescription("");
  await runLink(page, "level=1&problem=1&n=2&max-tokens=40");
  await expect(view.run).toHaveAccessibleDescription(/^2 × 40 tokens: [\d.]+ [kM]B of memory$/);
  await view.number("Samples").fill("64");
  await expect(view.run).toHaveAccessibleDescription(/^64 × 40 tokens: [\d.]+ MB of memory$/);
  await view.number("Samples").fill("");
  await expect(view.run).toHaveAccessibleDescription("");
});

test("a link with little memory says in how many waves it goes, and all samples are finished", async ({
  page,
}) => {
  await runLink(page, "level=2&problem=1&n=16&memory=2MB");
  const view = ask(page);
  await expect(view.memory).toHaveValue("2MB");
  await expect(view.run).toHaveAccessibleDescription(/^16 × 256 tokens: [\d.]+ MB, in \d+ waves$/);
  await expect(view.lanes).toHaveCount(16);
  for (const lane of await view.lanes.getByRole("button").all())
    await expect(lane).toHaveAccessibleName(/(answers .*|gives no answer), (right|wrong), [1-9]\d* tokens/);
});

test("samples that have to wait are drawn as waiting, and are written later", async ({ page }) => {
  await page.goto("./#/ask?level=8&problem=1&n=64&temperature=2&memory=1MB&run=1");
  const waiting = ask(page).lanes.getByRole("button", { name: /waiting, 0 tokens/ });
  await expect(waiting.last()).toBeVisible();
  await expect(
    ask(page)
      .lanes.getByRole("button", { name: /being written|answers|gives no/ })
      .first(),
  ).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await ask(page).stop.click();
  await expectState(page, "stopped");
  await expect(
    ask(page)
      .lanes.getByRole("button", { name: /never begun, 0 tokens/ })
      .first(),
  ).toBeVisible();
});

test("a size that is none is named at its field, from a link and from the keyboard", async ({ page }) => {
  await page.goto("./#/ask?n=2&memory=lots&run=1");
  const view = ask(page);
  await expect(page.getByText("“lots” is neither. The link's value was replaced")).toBeVisible();
  await expectState(page, "idle");
  await view.memory.fill("500");
  await view.run.click();
  await expect(view.memory).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText("“500” is neither")).toBeVisible();
  await expectState(page, "idle");
  await view.memory.fill("500 MB");
  await view.run.click();
  await expectState(page, "finished");
  await expect(page).toHaveURL(/memory=500MB/);
});

test("the memory panel says that nothing is loaded, and then what is held, by purpose, and on what device", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto("./#/ask?level=1&problem=1&n=2");
  const panel = page.getByRole("group").filter({ hasText: "Memory and device" });
  await panel.getByText("Memory and device", { exact: true }).click();
  await expect(panel).toContainText("Nothing loaded.");
  await ask(page).run.click();
  await expectState(page, "finished");
  await expect(panel.getByRole("row", { name: /Weights of the model/ })).toContainText(/[\d.]+ MB/);
  await expect(panel.getByRole("definition").first()).toHaveText("WebAssembly");
  await expect(panel).toContainText(/Threads\s*1; \d+ logical cores? here/);
  await expect(panel).toContainText("4.3 GB");
  expect(await panel.evaluate(({ scrollWidth }) => scrollWidth)).toBeLessThanOrEqual(360);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }
});
