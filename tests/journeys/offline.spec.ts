import { join } from "node:path";
import { ask, expectState, runLink } from "./lab-page";
import { lesson } from "./lesson-page";
import { expect, test } from "./site";

const policy = join(import.meta.dirname, "../../models/pocket/policy");

test("with the network off the page opens again and runs", async ({ page, context }) => {
  await page.goto("./");
  await expect(page.getByText("Ready for offline")).toBeVisible();
  await context.setOffline(true);
  await page.reload();
  await runLink(page, "level=2&problem=2&n=4");
  await expect(ask(page).lanes).toHaveCount(4);
});

test("what a first visit has not fetched yet is there when the network goes, without a reload", async ({
  page,
  context,
}) => {
  await runLink(page, "level=2&problem=2&n=4");
  await expect(page.getByText("Ready for offline")).toBeVisible({ timeout: 30_000 });
  await context.setOffline(true);
  await page.getByText("Memory and device").click();
  await expect(page.getByRole("cell", { name: /MB/ }).first()).toBeVisible();
  await page.getByRole("link", { name: "Learn" }).click();
  await lesson(page).button("Ask once").click();
  await expect(lesson(page).outcome).toContainText("It answers", { timeout: 30_000 });
  await expect(lesson(page).recorded).toBeEmpty();
  for (const view of ["Trade-offs", "Bench", "Runs"]) {
    await page.getByRole("link", { name: view }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(view);
  }

  // The worker that was started before it had a copy to read from has it too.
  await page.getByRole("link", { name: "Ask", exact: true }).click();
  await page.getByLabel("Model folder").setInputFiles(policy);
  await expect(ask(page).model).toHaveValue("folder:policy");
  await ask(page).run.click();
  await expectState(page, "finished");
});

test("Vision looks and translates with the network off, once it has done so with it", async ({
  page,
  context,
}) => {
  await page.goto("./");
  await expect(page.getByText("Ready for offline")).toBeVisible({ timeout: 30_000 });
  await page.goto("./#/vision?also=de");
  await expect(page.getByText("Deutsch says “red heart”.")).toBeVisible({ timeout: 60_000 });
  await context.setOffline(true);
  await page.reload();
  await page.getByRole("button", { name: "Show fish.png" }).click();
  await expect(page.getByText("Deutsch says “poisson”.")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("textbox", { name: "poisson in Deutsch" })).toHaveValue("Fisch");
});
