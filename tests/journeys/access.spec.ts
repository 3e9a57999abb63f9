import { AxeBuilder } from "@axe-core/playwright";
import { ask, runLink } from "./lab-page";
import { expect, test } from "./site";

for (const colorScheme of ["light", "dark"] as const) {
  for (const [size, viewport] of [
    ["desktop", { width: 1440, height: 900 }],
    ["phone", { width: 390, height: 844 }],
  ] as const) {
    test(`axe finds nothing in any view, ${colorScheme}, ${size}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      const violations = async () =>
        (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [
          id,
          nodes.map(({ html }) => html),
        ]);
      await page.goto("./");
      expect(await violations()).toEqual([]);
      for (const samples of [4, 16, 64]) {
        await runLink(page, `level=2&problem=1&n=${samples}`);
        expect(await violations()).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          viewport.width,
        );
      }
      await ask(page).lanes.first().getByRole("button").click();
      await expect(page.getByRole("dialog")).toBeVisible();
      expect(await violations()).toEqual([]);
      await page.keyboard.press("Escape");
      await page.goto("./#/runs");
      await expect(page.getByRole("article").first()).toBeVisible();
      expect(await violations()).toEqual([]);
    });
  }
}
