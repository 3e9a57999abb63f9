import type { Page } from "@playwright/test";

/**
 * Presses buttons and links by their text, each as soon as it is there: from within the page, so that however slow
 * the machine is, no run ends in between.
 */
export async function pressInTurn(page: Page, names: readonly string[]): Promise<void> {
  await page.evaluate(async (names) => {
    const found = (name: string) =>
      [...document.querySelectorAll<HTMLElement>("a, button")].find((one) => one.textContent.trim() === name);
    for (const name of names) {
      while (!found(name)) await new Promise(requestAnimationFrame);
      found(name)!.click();
    }
  }, names);
}
