import { readFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./site";

const curation = (page: Page) => ({
  state: page.getByRole("status", { name: "Curation state" }),
  run: page.getByRole("button", { name: "Curate", exact: true }),
  stop: page.getByRole("button", { name: "Stop", exact: true }),
  threshold: page.getByRole("slider", { name: "Threshold" }),
  words: page.getByRole("region", { name: "In words" }),
  bars: page.getByRole("group", { name: "Values: Texts kept in each language" }),
  entries: page.getByRole("img", { name: /entries by the number of texts/ }),
  examples: page.getByRole("region", { name: /^Texts from rare to common/ }),
  thinned: page.getByRole("region", { name: /^Thinned the most/ }),
});

/** Thirty texts about dogs, one about a yak, five in German, and a line that is none. */
const TSV = [
  ...Array.from({ length: 30 }, (_, i) => `a dog ${i % 2 ? "sleeps" : "runs"}\ten`),
  "a yak and a yak\ten",
  "no language here",
  ...Array.from({ length: 5 }, () => "ein Hund\tde"),
].join("\n");

async function drop(page: Page, name: string, text: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([name, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name));
      return data;
    },
    [name, text] as const,
  );
  await page.getByRole("main").dispatchEvent("drop", { dataTransfer: data });
}

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [
    id,
    nodes.map(({ html }) => html),
  ]);

async function kept(page: Page): Promise<number> {
  const [, count] = /([\d,]+) of [\d,]+ texts? stays?/.exec(await curation(page).words.innerText())!;
  return Number(count!.replaceAll(",", ""));
}

test("a link curates the captions, the slider thins them at once, and what stays is exported", async ({
  page,
  strangers,
}) => {
  await page.goto("./#/curation?run=1");
  const view = curation(page);
  await expect(view.state).toContainText("in 21 languages");
  await expect(view.words).toContainText("An English entry that occurs in more than 20 texts is thinned");
  await expect(view.words).toContainText(/the threshold that leaves it the same tail: from \d+ in/);
  await expect(view.entries).toHaveAccessibleDescription(/Entries in more than 20 texts are thinned/);
  await expect(view.thinned.getByRole("row")).toHaveCount(6);
  const before = await kept(page);

  await view.threshold.focus();
  for (let press = 0; press < 6; press++) await page.keyboard.press("ArrowLeft");
  await expect(view.words).toContainText("in more than 7 texts");
  await expect(view.threshold).toHaveAttribute("aria-valuetext", "7 texts");
  await expect(page).toHaveURL(/#\/curation\?t=7$/);
  const after = await kept(page);
  expect(after).toBeLessThan(before);
  await expect(view.entries).toHaveAccessibleDescription(/Entries in more than 7 texts are thinned/);

  await page.getByRole("spinbutton", { name: "Threshold as a number" }).fill("0");
  await expect(page.getByText(/Threshold must be a whole number from 1/)).toBeVisible();
  await expect(view.words).toContainText("in more than 7 texts");
  await page.getByRole("spinbutton", { name: "Threshold as a number" }).fill("7");

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export JSONL" }).click(),
  ]);
  const lines = (await readFile(await download.path(), "utf8")).trim().split("\n");
  expect(lines).toHaveLength(after);
  const { keep, ...row } = JSON.parse(lines[0]!) as { keep: number };
  expect(Object.keys(row)).toEqual(["text", "language"]);
  expect(keep).toBeGreaterThan(0);
  expect(strangers).toEqual([]);
});

test("by keys alone a language is chosen in the figure, and its entries and texts are shown", async ({
  page,
}) => {
  await page.goto("./#/curation?run=1");
  const view = curation(page);
  await view.bars.getByRole("button", { name: /^English:/ }).focus();
  for (let press = 0; press < 30; press++) {
    if (
      await view.bars
        .locator(":focus")
        .getAttribute("aria-label")
        .then((name) => name?.startsWith("Thai"))
    )
      break;
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
  await expect(page.getByRole("img", { name: /^Thai: entries/ })).toBeVisible();
  await expect(page.getByLabel("Language", { exact: true })).toHaveValue("th");
  await expect(view.examples).toContainText("Thai");
  await expect(page).toHaveURL(/language=th/);
});

test("a file is dropped: its bad line is named and left out; one without texts says what a row needs and loses nothing", async ({
  page,
}) => {
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(request.url()));
  await page.goto("./#/curation?t=5");
  await expect(curation(page).state).toContainText("Ready");
  await drop(page, "dogs.tsv", TSV);
  const view = curation(page);
  await expect(view.state).toContainText("36 texts in 2 languages from dogs.tsv");
  await page.getByText("1 row skipped").click();
  await expect(page.getByText("line 32")).toBeVisible();
  await expect(page.getByText(/no tab: a line is a text, a tab and the text's language/)).toBeVisible();
  await expect(view.examples).toContainText("a yak and a yak");
  await expect(view.thinned.getByRole("row", { name: /^dog 30/ })).toBeVisible();

  await drop(page, "none.tsv", "\ten\n\tde\n");
  await expect(view.state).toContainText("“none.tsv” holds no text that can be used (line 1: no text");
  await expect(view.state).toContainText("a line “a dog”, a tab, “en”");
  await expect(view.examples).toContainText("a yak and a yak");
  await view.threshold.focus();
  await page.keyboard.press("ArrowRight");
  await expect(view.words).toContainText("in more than 6 texts");

  await page.getByText("More: what counts as an entry").click();
  await page.getByRole("spinbutton", { name: "Least count of a word" }).fill("40");
  await expect(view.state).toContainText(/with \d+ entries/);
  await expect(page).toHaveURL(/word=40/);
  await expect(view.words).toContainText("0 of 36 texts stay");
  expect(fetched.filter((url) => url.includes("captions.tsv"))).toEqual([]);
});

test("Stop ends what is under way, and Curate begins again; without network it says so, unless the captions were kept", async ({
  page,
}) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/captions.tsv", async (route) => {
    await held;
    await route.abort().catch(() => {});
  });
  await page.goto("./#/curation");
  const view = curation(page);
  await view.run.click();
  await expect(view.state).toContainText("Fetching the captions");
  await view.stop.click();
  await expect(view.state).toContainText("Stopped. Press Curate to begin again.");
  release();
  await view.run.click();
  await expect(view.state).toContainText("The captions could not be fetched");

  await page.unroute("**/captions.tsv");
  await page.getByRole("button", { name: "Keep for offline" }).click();
  await expect(page.getByText("They are kept on this device")).toBeVisible();
  await page.route("**/captions.tsv", (route) => route.abort());
  await view.run.click();
  await expect(view.state).toContainText("in 21 languages");
});

test("what a link should not say is named, and nothing starts", async ({ page }) => {
  await page.goto("./#/curation?t=many&colour=red&run=1");
  await expect(page.getByText(/Threshold must be a whole number.*“many” is not one/)).toBeVisible();
  await expect(page.getByRole("alert")).toContainText("colour");
  await expect(curation(page).state).toContainText("Ready");
});

for (const [colorScheme, width] of [
  ["light", 1440],
  ["dark", 1440],
  ["light", 390],
  ["dark", 390],
] as const)
  test(`axe finds nothing and nothing is wider than the page: ${colorScheme}, ${width}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.goto("./#/curation");
    await expect(curation(page).state).toContainText("Ready");
    expect(await violations(page)).toEqual([]);
    await curation(page).run.click();
    await expect(curation(page).entries).toBeVisible();
    await page.getByText("More: what counts as an entry").click();
    for (const numbers of await page.getByText("Numbers", { exact: true }).all()) await numbers.click();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
