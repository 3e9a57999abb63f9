import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./site";

test("the page opens, asks nobody else for anything, and axe finds nothing", async ({ page, strangers }) => {
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));

  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect(strangers).toEqual([]);
  expect(complaints).toEqual([]);
});
