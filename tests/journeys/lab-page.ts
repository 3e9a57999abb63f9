import type { Page } from "@playwright/test";
import { expect } from "./site";

/** The page as people and scripts find their way in it: by accessible names. */
export const ask = (page: Page) => ({
  question: page.getByRole("textbox", { name: "Question" }),
  expected: page.getByRole("textbox", { name: "Expected answer" }),
  number: (name: "Samples" | "Temperature" | "Top-p" | "Seed" | "Max tokens") =>
    page.getByRole("spinbutton", { name, exact: true }),
  memory: page.getByRole("textbox", { name: "Memory for samples" }),
  model: page.getByRole("combobox", { name: "Model" }),
  level: page.getByRole("combobox", { name: "Level" }),
  run: page.getByRole("button", { name: "Run", exact: true }),
  stop: page.getByRole("button", { name: "Stop" }),
  newProblem: page.getByRole("button", { name: "New problem" }),
  state: page.getByRole("status", { name: "Run state" }),
  candidates: page.getByRole("region", { name: "Candidates" }),
  lanes: page.getByRole("region", { name: "Candidates" }).getByRole("listitem"),
  answers: page.getByRole("region", { name: "Answers" }),
  selectors: page.getByRole("region", { name: "Selectors" }),
});

export async function expectState(page: Page, state: string): Promise<void> {
  await expect(ask(page).state).toHaveAttribute("data-state", state);
}

/** Opens a run that starts by itself, and waits for its end. */
export async function runLink(page: Page, settings: string): Promise<void> {
  await page.goto(`./#/ask?${settings}&run=1`);
  await expectState(page, "finished");
}
