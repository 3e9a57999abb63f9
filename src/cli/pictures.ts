// npm run pictures: takes the pictures in docs/pictures from the built site, at desktop and phone size, light and dark.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "playwright";
import { GALLERY } from "../lab/gallery";
import { buildIfStale } from "./build/build-if-stale";
import { CHROMIUM_ARGS } from "./chromium-args";
import { findBrowser } from "./find-browser";
import { serve } from "./serve";

const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const SCHEMES = ["light", "dark"] as const;
/** The run in the pictures of Ask: a vote that outdoes its first sample. */
const SHOWN = GALLERY.find((item) => item.case === "clear-win") ?? GALLERY[0]!;

const root = join(import.meta.dirname, "../..");
const folder = join(root, "docs/pictures");

async function takePictures(page: Page, url: string, name: string): Promise<void> {
  const picture = (view: string) => page.screenshot({ path: join(folder, `${view}-${name}.png`) });
  const finished = page.locator('[data-state="finished"]');
  for (const { level, problem, temperature, topP, seed } of [...GALLERY.slice(1, 4), SHOWN]) {
    await page.goto("about:blank"); // So that the next link is opened, not merely followed within the page.
    await page.goto(
      `${url}#/ask?level=${level}&problem=${problem}&temperature=${temperature}&top-p=${topP}&seed=${seed}&run=1`,
    );
    await finished.waitFor();
  }
  await page.getByText("Ready for offline").waitFor();
  await picture("ask");
  await page.goto(`${url}#/runs`);
  await page.getByRole("article").nth(3).waitFor();
  await picture("runs");
  await page.goto(`${url}#/vision?also=de&also=ja&also=ar&also=hi`);
  await page.getByText("All 4 languages say").waitFor();
  await picture("vision");
  await page.goto(`${url}#/curation?run=1`);
  await page.getByRole("img", { name: /entries by the number of texts/ }).waitFor();
  await picture("curation");
}

await buildIfStale(root);
mkdirSync(folder, { recursive: true });
const site = await serve(join(root, "dist"));
const browser = await chromium.launch({ executablePath: findBrowser(console.log), args: CHROMIUM_ARGS });
for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of SCHEMES) {
    const context = await browser.newContext({ viewport, colorScheme });
    await takePictures(await context.newPage(), site.url, `${size}-${colorScheme}`);
    await context.close();
    console.log(`docs/pictures: ${size}, ${colorScheme}`);
  }
}
await browser.close();
await site.close();
