// npm run bench:thread -- import: 100 MB of recorded samples read into Trade-offs in the built site, looked at and opened, and how long
// the page's thread was busy at a stretch meanwhile. The last line is one JSON document.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright";
import { writeRecordedFile } from "../recorded-file";
import { reportTasks } from "./report";
import { traceTasks } from "./traced-tasks";

const BYTES = 100e6;

export async function traceImport(browser: Browser, site: string) {
  const folder = mkdtempSync(join(tmpdir(), "quorum-thread-"));
  const path = join(folder, "samples.jsonl");
  await writeRecordedFile(path, "jsonl", BYTES);
  const page = await browser.newPage();
  try {
    await page.goto(`${site}#/tradeoffs`);
    await page.getByRole("button", { name: "Import" }).click();
    const dialog = page.getByRole("dialog", { name: "Import a file" });
    const chooser = page.waitForEvent("filechooser");
    await dialog.getByRole("button", { name: /Choose file/ }).click();
    const endReading = await traceTasks(browser, page);
    const began = performance.now();
    await (await chooser).setFiles(path);
    await dialog.getByText(/problems with 16 samples each/).waitFor({ timeout: 120_000 });
    const readS = (performance.now() - began) / 1000;
    const reading = reportTasks("reading", await endReading());

    const endShowing = await traceTasks(browser, page);
    const shown = performance.now();
    await dialog.getByRole("button", { name: /Use these/ }).click();
    await page
      .getByText(/worked out so far/)
      .waitFor({ state: "attached" })
      .catch(() => {});
    await page.getByText(/worked out so far/).waitFor({ state: "detached", timeout: 900_000 });
    await page.waitForTimeout(3000); // The last figures are drawn one by one.
    const showS = (performance.now() - shown) / 1000 - 3;
    const showing = reportTasks("working out and drawing", await endShowing());

    return {
      megabytes: BYTES / 1e6,
      readS: +readS.toFixed(1),
      showS: +showS.toFixed(1),
      reading,
      showing,
    };
  } finally {
    await page.close();
    rmSync(folder, { recursive: true });
  }
}
