import { ask, runLink } from "./lab-page";
import { expect, test } from "./site";

test("with the network off the page opens again and runs", async ({ page, context }) => {
  await page.goto("./");
  await expect(page.getByText("Ready for offline")).toBeVisible({ timeout: 30_000 });
  await context.setOffline(true);
  await page.reload();
  await runLink(page, "level=2&problem=2&n=4");
  await expect(ask(page).lanes).toHaveCount(4);
});
