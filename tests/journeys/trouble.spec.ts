import type { Page } from "@playwright/test";
import { ask, expectState } from "./lab-page";
import { expect, test } from "./site";

const LONG_RUN = "./#/ask?n=64&temperature=2&max-tokens=2000";

async function killWorker(page: Page): Promise<void> {
  await page.workers()[0]!.evaluate(
    () =>
      void setTimeout(() => {
        throw new Error("out of memory");
      }),
  );
}

test("a worker that dies in mid-run is replaced, the run goes on where it was and says so; a second death is the end", async ({
  page,
}) => {
  await page.goto(LONG_RUN);
  const view = ask(page);
  await view.run.click();
  await expectState(page, "running");
  await expect(view.lanes.first().getByRole("button")).toHaveAccessibleName(/[1-9]\d* tokens/);
  await killWorker(page);
  await expect(view.state).toContainText("went on where it was");
  await expectState(page, "running");

  await killWorker(page);
  await expectState(page, "failed");
  await expect(view.state).toContainText("has stopped");
  await expect(view.lanes).toHaveCount(64);

  await view.number("Max tokens").fill("40");
  await view.run.click();
  await expectState(page, "finished");
  await page.goto("./#/runs");
  await expect(page.getByRole("article").filter({ hasText: "failed" })).toHaveCount(1);
});

test("a worker that ends without a word is noticed, and the run goes on", async ({ page }) => {
  await page.goto(LONG_RUN);
  await ask(page).run.click();
  await expectState(page, "running");
  await page.workers()[0]!.evaluate(() => self.close());
  await expect(ask(page).state).toContainText("went on where it was");
});

for (const [what, path, spoil] of [
  ["has other bytes", "model.onnx", (body: Buffer) => body.fill(7, 1000, 1100)],
  ["is cut short", "tokenizer.json", (body: Buffer) => body.subarray(0, body.length / 2)],
] as const) {
  test(`a model whose ${path} ${what} is refused by name, and never half loaded`, async ({ page }) => {
    await page.route(`**/models/pocket/policy/**/${path}`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ body: spoil(await response.body()), contentType: "application/octet-stream" });
    });
    await page.route(`**/models/pocket/policy/${path}`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ body: spoil(await response.body()), contentType: "application/octet-stream" });
    });
    await page.goto("./#/ask?run=1");
    await expectState(page, "failed");
    await expect(ask(page).state).toContainText(path);
    await expect(ask(page).lanes).toHaveCount(0);

    await page.unrouteAll();
    await ask(page).run.click();
    await expectState(page, "finished");
  });
}

test("a model file that is missing is named", async ({ page }) => {
  await page.route("**/models/pocket/policy/onnx/**", (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto("./#/ask?run=1");
  await expectState(page, "failed");
  await expect(ask(page).state).toContainText("model.onnx");
});
