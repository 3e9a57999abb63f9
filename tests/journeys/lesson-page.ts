import type { Page } from "@playwright/test";
import { expect } from "./site";

/** The lesson as people and scripts find their way in it. */
export const lesson = (page: Page) => ({
  heading: page.getByRole("heading", { level: 1 }),
  button: (name: string | RegExp) => page.getByRole("button", { name }),
  coins: page.getByRole("list", { name: "Tries" }).getByRole("listitem"),
  outcome: page.getByRole("status", { name: "What came out" }),
  state: page.getByRole("status", { name: "State" }),
  recorded: page.getByRole("status", { name: "Recorded run" }),
  next: page.getByRole("link", { name: /^Next:/ }),
  back: page.getByRole("link", { name: "Back" }),
});

export const lessonUrl = (settings = "") => `./#/lesson/second-sample${settings && `?${settings}`}`;

/** Presses a button and waits until what it began has ended. */
export async function doAtStep(page: Page, name: string | RegExp): Promise<void> {
  await lesson(page).button(name).click();
  await expect(lesson(page).state).toHaveAttribute("data-state", "finished");
}

type Look = (step: number) => Promise<void>;

/** Does what each step of the first lesson asks for; `look` is called at its beginning and its end. */
export async function walkLesson(page: Page, look: Look): Promise<void> {
  const view = lesson(page);
  const steps: (() => Promise<void>)[] = [
    () => doAtStep(page, "Ask once"),
    async () => {
      await doAtStep(page, "Ask again");
      await expect(view.outcome).toContainText("2 tries");
    },
    async () => {
      await doAtStep(page, "Draw until there are 16");
      await view.button("Count the votes").click();
      await expect(view.outcome).toContainText(/of 16 votes/);
    },
    async () => {
      await doAtStep(page, "Ask 16 times");
      await expect(view.outcome).toContainText(/of 16 tries are right/);
    },
    async () => {
      await page.getByRole("slider", { name: "Tries that vote" }).press("ArrowRight");
      await expect(view.outcome).toContainText("next to nothing");
    },
    async () => {
      await doAtStep(page, "Draw my curve");
      await expect(view.outcome).toContainText(/From one try to 16, your curve goes from \d+ % to \d+ %/);
    },
  ];
  await walkSteps(page, steps, look);
}

export async function walkSteps(
  page: Page,
  steps: readonly (() => Promise<void>)[],
  look: Look,
): Promise<void> {
  const view = lesson(page);
  for (const [at, step] of steps.entries()) {
    await expect(view.heading).toContainText(`Step ${at + 1} of ${steps.length}`);
    await look(at + 1);
    await step();
    await look(at + 1);
    if (at < steps.length - 1) await view.next.click();
  }
}
