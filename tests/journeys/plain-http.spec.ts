import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { CHROMIUM_ARGS } from "../../src/cli/chromium-args";
import { serve } from "../../src/cli/serve";
import { ask, expectState } from "./lab-page";

const CLASSROOM = "classroom.example";

test.use({
  launchOptions: {
    executablePath: process.env.CHROME_PATH,
    args: [...CHROMIUM_ARGS, `--host-resolver-rules=MAP ${CLASSROOM} localhost`],
  },
});

test("over plain http from another machine the page runs on WASM, checks its files, and says why in a line", async ({
  page,
}) => {
  const site = await serve(join(import.meta.dirname, "../../dist"));
  try {
    await page.goto(`${site.url.replace("localhost", CLASSROOM)}#/ask?level=1&problem=1&n=2&run=1`);
    expect(
      await page.evaluate(() => [isSecureContext, "serviceWorker" in navigator, "subtle" in crypto]),
    ).toEqual([false, false, false]);
    await expectState(page, "finished");
    await expect(ask(page).lanes).toHaveCount(2);
    await expect(ask(page).state).toContainText("Browsers offer WebGPU only to secure pages");
  } finally {
    await site.close();
  }
});
