import { readFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { ask, expectState, runLink } from "./lab-page";
import { expect, test } from "./site";

const RUN = "level=3&problem=5&n=8&seed=7";
const METHODS = [
  "Judge-weighted vote",
  "Best by judge",
  "Knockout by judge",
  "Pick one",
  "Aggregator",
  "Aggregator, twice",
];

const readers = (page: Page) => ({
  read: page.getByRole("button", { name: "Have them read" }),
  readOn: page.getByRole("button", { name: "Read on" }),
  stop: page.getByRole("button", { name: "Stop reading" }),
  state: page.getByRole("status", { name: "Reading state" }),
  panel: page.getByRole("region", { name: "Readings" }),
  row: (name: string) =>
    ask(page)
      .selectors.getByRole("row")
      .filter({ has: page.getByRole("button", { name, exact: true }) }),
});

async function expectReading(page: Page, state: string): Promise<void> {
  await expect(readers(page).state).toHaveAttribute("data-state", state, { timeout: 120_000 });
}

/** Notes what is shown while somebody writes: on a fast machine it is gone before anybody looks. */
const watchWriting = (page: Page) =>
  page.evaluate(() => {
    new MutationObserver(() => {
      const writing = document.querySelector("section[aria-label=Readings] .writing");
      if (writing) document.body.dataset.writing ??= writing.textContent;
    }).observe(document.body, { childList: true, subtree: true });
  });
const writingSeen = (page: Page) => page.evaluate(() => document.body.dataset.writing ?? "");

test.use({ serviceWorkers: "block" }); // What a service worker fetches cannot be held up.
test.describe.configure({ timeout: 240_000 }); // Two models are loaded, and write for six methods.

for (const [size, viewport] of [
  ["desktop", { width: 1440, height: 900 }],
  ["phone", { width: 390, height: 844 }],
] as const)
  test(`eight samples are read by all methods, ${size}`, async ({ page, strangers }) => {
    await page.setViewportSize(viewport);
    const fetched: string[] = [];
    page.on("request", (request) => fetched.push(request.url()));
    await runLink(page, RUN);
    const view = readers(page);
    await expect(ask(page).selectors).toContainText(/Pocket judge \d\.\d MB from this site/);
    expect(fetched.filter((url) => /pocket\/(judge|aggregator)/.test(url))).toEqual([]);
    await watchWriting(page);
    await view.read.click();
    await expectReading(page, "finished");
    expect(await writingSeen(page)).toMatch(/The judge writes for judge-weighted vote, \d of \d/);
    for (const name of METHODS) {
      await expect(view.row(name)).toContainText(/right|wrong|\d\/\d/);
      await expect(view.row(name)).toContainText(/\d+ \+ \d+/);
    }
    await expect(page).toHaveURL(/read=judge-weighted,best-of-n,pairwise,/);

    await view.row("Best by judge").getByRole("button").click();
    await expect(view.panel).toContainText(/Sample \d (scores \d|no score)/);
    await expect(
      ask(page).answers.locator(".ringed").or(view.row("Best by judge").locator(".ringed")),
    ).not.toHaveCount(0);
    await view.row("Aggregator").getByRole("button").click();
    await view.panel.getByText("8 attempts").click();
    await view.panel.getByText("What it read").click();
    await expect(view.panel.getByRole("group", { name: "What it read" })).toContainText(/#1[\s\S]*#8/);
    expect(
      (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [
        id,
        nodes.map(({ html }) => html),
      ]),
    ).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      viewport.width,
    );
    expect(strangers).toEqual([]);
  });

test("stopped in the middle, what was read is kept, and reading goes on from there", async ({ page }) => {
  let held = true;
  await page.route("**/pocket/aggregator/**", (route) => (held ? undefined : route.continue())); // It never comes.
  await runLink(page, RUN);
  const view = readers(page);
  await view.read.click();
  await expect(view.state).toContainText(/Loading the aggregator|pick one/, { timeout: 120_000 });
  const before = await view.row("Knockout by judge").innerText();
  expect(before).toMatch(/right|wrong/);
  await view.stop.click();
  await expectReading(page, "stopped");
  expect(await view.row("Knockout by judge").innerText()).toBe(before);
  await expect(ask(page).lanes).toHaveCount(8);

  held = false;
  await view.readOn.click();
  await expectReading(page, "finished");
  expect(await view.row("Knockout by judge").innerText()).toBe(before);
  await expect(view.row("Aggregator, twice")).toContainText(/right|wrong/);
});

test("a link has the samples read after the run; found again after a reload, the run shows the same without a model", async ({
  page,
}) => {
  await runLink(page, `${RUN}&read=judge-weighted,pairwise`);
  await expectReading(page, "finished");
  const names = ["Judge-weighted vote", "Knockout by judge"];
  const said = async () => Promise.all(names.map((name) => readers(page).row(name).innerText()));
  const before = await said();
  await expect(readers(page).row("Aggregator")).toHaveCount(0);

  await page.goto("./#/runs");
  await page.reload();
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(request.url()));
  await page.getByRole("button", { name: "Open" }).click();
  await expectReading(page, "finished");
  expect(await said()).toEqual(before);
  await expect(page).toHaveURL(/read=judge-weighted,pairwise/);
  expect(fetched.filter((url) => /pocket\/(judge|aggregator)/.test(url))).toEqual([]);

  await page.getByRole("link", { name: "Runs" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export JSONL" }).click();
  const [first] = (await readFile(await (await download).path(), "utf8")).split("\n");
  expect(JSON.parse(first!)).toMatchObject({ readings: { methods: ["judge-weighted", "pairwise"] } });
});

test("what a link cannot have read is named, and one sample leaves nothing to read", async ({ page }) => {
  await page.goto("./#/ask?read=aggregation,majority");
  await expect(page.getByRole("alert")).toContainText("“majority” is not");
  await runLink(page, "level=1&problem=1&n=1&read=aggregation");
  await expect(ask(page).selectors).toContainText("Of one sample there is nothing to choose");
  await expect(readers(page).read).toHaveCount(0);
  await expectState(page, "finished");
});
