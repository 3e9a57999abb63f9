import { readFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { ask, expectState, runLink } from "./lab-page";
import { pressInTurn } from "./press-in-turn";
import { expect, test } from "./site";

const bench = (page: Page) => ({
  state: page.getByRole("status", { name: "Bench state" }),
  measure: page.getByRole("button", { name: "Measure", exact: true }),
  stop: page.getByRole("button", { name: "Stop", exact: true }),
  words: page.getByRole("region", { name: "What limits this machine" }),
  bySamples: page.getByRole("img", { name: /against samples/ }),
  byContext: page.getByRole("img", { name: /against the length/ }),
});

async function expectBench(page: Page, state: string): Promise<void> {
  await expect(bench(page).state).toHaveAttribute("data-state", state);
}

async function saved(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name, exact: true }).first().click(),
  ]);
  return readFile(await download.path());
}

async function exported(page: Page, format: string): Promise<Buffer> {
  await page.getByLabel("Format").first().selectOption(format);
  return saved(page, "Export this figure");
}

interface Report {
  machine: { userAgent: string };
  model: { model: string; device: string };
  measurements: { measure: string; tokens?: number; samples?: number; context?: number; ms?: number }[];
  inWords: string[];
}

test("a link measures by itself: words, two figures, and every number to take away", async ({
  page,
  strangers,
}) => {
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.goto("./#/bench?device=wasm&run=1");
  await expectBench(page, "finished");
  await expect(bench(page).words).toContainText(/With 1 sample at a time/);
  await expect(bench(page).bySamples).toBeVisible();
  await expect(bench(page).byContext).toBeVisible();
  await expect(bench(page).bySamples).toHaveAccessibleDescription(
    /64 samples at a time: [\d,]+ tokens per second/,
  );

  const report = JSON.parse((await saved(page, "Export JSON")).toString()) as Report;
  expect(report.machine.userAgent).toContain("Chrome");
  expect(report.model).toMatchObject({ model: "pocket-policy", device: "wasm" });
  expect(report.inWords.length).toBeGreaterThan(1);
  const of = (kind: string) => report.measurements.filter(({ measure }) => measure === kind);
  expect(of("copy")).toHaveLength(2);
  expect(of("dispatch")).toHaveLength(1);
  expect(of("prefill").map(({ tokens }) => tokens)).toEqual([64, 256, 1024]);
  expect(of("decode").map(({ samples, context }) => [samples, context])).toEqual([
    [1, 64],
    [4, 64],
    [16, 64],
    [64, 64],
    [16, 256],
    [16, 1024],
  ]);
  for (const { ms } of [...of("prefill"), ...of("decode")]) expect(ms).toBeGreaterThan(0);

  const svg = (await exported(page, "SVG")).toString();
  expect(svg).toMatch(/^<svg[^>]* xmlns=/);
  expect(svg).not.toContain("var(--");
  expect((await exported(page, "PNG")).subarray(1, 4).toString()).toBe("PNG");
  expect((await exported(page, "CSV")).toString()).toMatch(/^samples,tokensPerSecond,[^\n]+\n1,[\d.]+,/);

  await page.getByText("Numbers").first().click();
  await expect(page.getByRole("table", { name: "More samples at a time" })).toBeVisible();
  expect(complaints).toEqual([]);
  expect(strangers).toEqual([]);
});

test("axe finds nothing before a measurement and after it, on a desktop and on a phone, light and dark", async ({
  page,
}) => {
  const violations = async () => (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);
  await page.goto("./#/bench");
  await expect(bench(page).measure).toBeVisible();
  expect(await violations()).toEqual([]);
  await bench(page).measure.click();
  await expectBench(page, "finished");
  for (const numbers of await page.getByText("Numbers").all()) await numbers.click();
  for (const [colorScheme, viewport] of [
    ["light", { width: 1440, height: 900 }],
    ["dark", { width: 390, height: 844 }],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    expect(await violations()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      viewport.width,
    );
  }
});

test("Stop stops at once, keeps what was measured, and Measure works again", async ({ page }) => {
  await page.goto("./#/bench?run=1");
  await expect(bench(page).state).toContainText(/writing 1 sample /);
  await bench(page).stop.click();
  await expectBench(page, "stopped"); // Not that it has ended.
  await expect(page.getByRole("region", { name: "Readings" })).toContainText("GB/s");
  await bench(page).measure.click();
  await expectBench(page, "measuring");
});

test("a measurement waits for Ask, and ends Ask's run where that is wanted", async ({ page }) => {
  await runLink(page, "n=1"); // The model is there.
  await page.goto("./#/ask?n=64&temperature=2&max-tokens=4000");
  await expect(ask(page).number("Samples")).toHaveValue("64");
  await pressInTurn(page, ["Run", "Bench", "Measure", "Stop Ask and measure"]);
  await expectBench(page, "measuring");
  await page.getByRole("link", { name: "Ask", exact: true }).click();
  await expectState(page, "stopped");
  await ask(page).number("Max tokens").fill("40");
  await ask(page).run.click();
  await expectState(page, "finished");
  await page.getByRole("link", { name: "Bench" }).click();
  await expectBench(page, "stopped");
  await expect(bench(page).state).toContainText("Ask began a run");
});

test("a link with a model that there is not says so, and does not measure another one", async ({ page }) => {
  await page.goto("./#/bench?model=huge&run=1");
  await expect(page.getByRole("alert")).toContainText("huge");
  await expectBench(page, "idle");
});
