import { readFile } from "node:fs/promises";
import { ask, expectState, runLink } from "./lab-page";
import { expect, test } from "./site";

test("a run is found again after a reload, opens as it ended, is exported and deleted", async ({ page }) => {
  await runLink(page, "level=2&problem=3&n=6");
  const lanes = await ask(page).lanes.allInnerTexts();
  await page.goto("./#/runs");
  await page.reload();

  await page.getByRole("button", { name: "Open" }).click();
  await expectState(page, "finished");
  expect(await ask(page).lanes.allInnerTexts()).toEqual(lanes);

  await page.getByRole("link", { name: "Runs" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export JSONL" }).click();
  const lines = (await readFile(await (await download).path(), "utf8")).trim().split("\n");
  expect(lines).toHaveLength(6);
  expect(JSON.parse(lines[0]!)).toMatchObject({
    status: "finished",
    spec: { samples: 6, level: 2, problem: 3 },
  });

  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("No runs yet")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("article")).toHaveCount(1);
});

test("a stopped run is kept as stopped", async ({ page }) => {
  await page.goto("./#/ask?n=64&temperature=2&max-tokens=2000");
  await ask(page).run.click();
  await expectState(page, "running");
  await ask(page).stop.click();
  await expectState(page, "stopped");
  await page.goto("./#/runs");
  await expect(page.getByRole("article")).toContainText("stopped");
});

test("where the browser refuses to store, everything works and the page says that runs are not kept", async ({
  page,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("denied", "SecurityError");
    };
  });
  await runLink(page, "level=1&problem=1&n=2");
  await expect(page.getByText(/Runs will not be kept/)).toBeVisible();
  await page.goto("./#/runs");
  await expect(page.getByRole("article")).toHaveCount(1);
});
